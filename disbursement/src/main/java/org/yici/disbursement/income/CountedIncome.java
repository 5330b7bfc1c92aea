package org.yici.disbursement.income;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yici.disbursement.household.HouseholdId;
import org.yici.ledger.Money;

/**
 * What a household counts as its income from one day on. Never changed: a later figure takes its place.
 *
 * @param monthly of all together, a month
 * @param heads how many share it
 * @param source where the figure is from, in words
 * @param decidedBy null while it waits
 */
public record CountedIncome(
        UUID id,
        HouseholdId household,
        LocalDate since,
        Money monthly,
        int heads,
        String source,
        State state,
        String recordedBy,
        Instant recordedAt,
        @Nullable String decidedBy,
        @Nullable Instant decidedAt) {

    public enum State {
        PROPOSED,
        CONFIRMED,
        DROPPED;

        public String messageKey() {
            return "income.state." + name();
        }
    }

    /** A month, rounded down to the fen: the difference to a standard is never the smaller for it. */
    public Money perHead() {
        return Money.ofFen(monthly.fen() / heads);
    }

    public boolean isWaiting() {
        return state == State.PROPOSED;
    }

    /** Never the figure: a record's own text ends up in logs. */
    @Override
    public String toString() {
        return "income " + id;
    }
}

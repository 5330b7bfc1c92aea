package org.yici.donations.payment.reconciliation.statement.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.yici.donations.payment.reconciliation.statement.Statement;
import org.yici.ledger.Money;
import org.yici.platform.facts.Wire;

/**
 * A statement for programs of the staff.
 *
 * @param state {@code DRAFT} until it is filed, then {@code FILED}
 * @param opening below zero is owed to the bank; left out where the statement says none, as is {@code closing}
 * @param matched how many of its lines are entries of our books, and {@code open} how many wait for a person: 0 until it is filed
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record StatementAnswer(
        String id,
        String state,
        String fileName,
        @Nullable String account,
        String from,
        String to,
        @Nullable Amount opening,
        @Nullable Amount closing,
        long lines,
        long matched,
        long open,
        String broughtBy,
        String broughtAt,
        @Nullable String filedBy,
        @Nullable String filedAt) {

    /** @param value fen */
    record Amount(long value, String currency) {

        static @Nullable Amount of(@Nullable Money money) {
            return money == null ? null : new Amount(money.fen(), Money.CURRENCY);
        }
    }

    static StatementAnswer of(Statement statement) {
        return new StatementAnswer(
                statement.id().toString(),
                state(statement.isFiled()),
                statement.fileName(),
                statement.account(),
                statement.from().toString(),
                statement.to().toString(),
                Amount.of(statement.opening()),
                Amount.of(statement.closing()),
                statement.counts().lines(),
                statement.counts().matched(),
                statement.counts().open(),
                statement.broughtBy(),
                Wire.time(statement.broughtAt()),
                statement.filedBy(),
                time(statement.filedAt()));
    }

    static String state(boolean filed) {
        return filed ? "FILED" : "DRAFT";
    }

    private static @Nullable String time(@Nullable Instant at) {
        return at == null ? null : Wire.time(at);
    }
}

package org.yici.disbursement.standing;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yici.ledger.Money;

/**
 * A due list that was fixed.
 *
 * @param period its word
 * @param due sequence of the journal by which it is owed
 */
public record BookedList(
        UUID id,
        String scheme,
        String period,
        Money total,
        int people,
        int households,
        long due,
        String bookedBy,
        Instant bookedAt,
        @Nullable String paidBy,
        @Nullable Instant paidAt) {

    public Period periodMeant() {
        return Period.of(period).orElseThrow();
    }

    public boolean isPaid() {
        return paidAt != null;
    }
}

package org.yici.disbursement.standing;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yici.ledger.Money;
import org.yici.platform.web.Figures;

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

    /** Its period as people say it. */
    public String said(Figures figures) {
        return Period.of(period).map(known -> known.said(figures)).orElse(period);
    }

    public Period periodMeant() {
        return Period.of(period).orElseThrow();
    }

    public boolean isPaid() {
        return paidAt != null;
    }
}

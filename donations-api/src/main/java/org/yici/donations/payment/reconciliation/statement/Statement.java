package org.yici.donations.payment.reconciliation.statement;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.yici.ledger.Money;

/**
 * A bank's statement as it is kept: looked at first, then filed by a cashier, and from there on as it is.
 *
 * @param account ours at the bank, as it writes it; null where it did not say
 * @param opening null where it stated no balance, as is {@code closing}
 * @param broughtBy username, as is {@code filedBy}, which is null until it is filed
 * @param broughtAt program clock, as is {@code filedAt}
 */
public record Statement(
        StatementId id,
        String fileName,
        @Nullable String account,
        LocalDate from,
        LocalDate to,
        @Nullable Money opening,
        @Nullable Money closing,
        String broughtBy,
        Instant broughtAt,
        @Nullable String filedBy,
        @Nullable Instant filedAt,
        Counts counts) {

    /**
     * How many of its lines are matched with our books and how many wait for a person: neither before it is filed.
     */
    public record Counts(long lines, long matched, long open) {}

    public boolean isFiled() {
        return filedBy != null;
    }
}

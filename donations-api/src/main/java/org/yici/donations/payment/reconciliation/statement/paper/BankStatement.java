package org.yici.donations.payment.reconciliation.statement.paper;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yici.ledger.Money;

/**
 * What the bank says of the account: at least one line, and the balances agree with the lines.
 *
 * @param name the bank's own for it; null in a sheet
 * @param account ours at the bank, as it writes it; null where it does not say
 * @param from the first day that it covers
 * @param to the last day that it covers
 * @param opening before the first line; null where no balance stands, as is {@code closing}, after the last one
 */
public record BankStatement(
        Form form,
        @Nullable String name,
        @Nullable String account,
        LocalDate from,
        LocalDate to,
        @Nullable Money opening,
        @Nullable Money closing,
        List<BankLine> lines) {

    public enum Form {
        CAMT053,
        SHEET
    }

    public BankStatement {
        lines = List.copyOf(lines);
    }
}

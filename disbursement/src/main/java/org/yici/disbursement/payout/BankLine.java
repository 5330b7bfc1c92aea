package org.yici.disbursement.payout;

import org.jspecify.annotations.Nullable;
import org.yici.ledger.Money;

/**
 * What the bank says about one payment.
 *
 * @param line its place in the file, from 1, for messages
 * @param endToEnd which payment; null where the answer is for the whole batch
 * @param amount if the file names it, in CNY
 * @param reason the bank's own word for why not
 */
record BankLine(
        int line,
        @Nullable String endToEnd,
        Answer answer,
        @Nullable Money amount,
        @Nullable String reason) {

    enum Answer {
        PAID,
        NOT_PAID,
        /** On its way: nothing to write down. */
        PENDING
    }

    /** The same answer, for one payment of the batch. */
    BankLine about(String payment) {
        return new BankLine(line, payment, answer, amount, reason);
    }
}

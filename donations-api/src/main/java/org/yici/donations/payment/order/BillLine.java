package org.yici.donations.payment.order;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A line of a provider's bill.
 *
 * @param ours our number of the order or refund, as the provider has it; null for a settlement or a fee that names none
 * @param theirs the provider's own number of this line
 * @param fen never negative; the kind says which way it went
 * @param currency ISO 4217, upper case
 */
public record BillLine(Kind kind, @Nullable String ours, String theirs, long fen, String currency, Instant at) {

    /** What a line is about. */
    public enum Kind {
        PAYMENT,
        REFUND,
        /** A refund that was done, and came back from the donor's bank. */
        REFUND_BACK,
        /** What the provider keeps for itself. */
        FEE,
        /** A fee given back with a refund. */
        FEE_BACK,
        /** Paid out to our bank. */
        SETTLEMENT,
        /** Paid out, and sent back by our bank. */
        SETTLEMENT_BACK,
        /** Taken back by the donor's bank; {@code theirs} is the dispute's number, {@code ours} the order's. */
        CHARGEBACK,
        /** A dispute that was won: what was taken is ours again. */
        CHARGEBACK_BACK,
        /** Anything else: a person looks at it. */
        OTHER
    }
}

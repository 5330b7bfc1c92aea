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
        /** What the provider keeps for itself. */
        FEE,
        /** A fee given back with a refund. */
        FEE_BACK,
        /** Paid out to our bank. */
        SETTLEMENT,
        /** Taken back by the donor's bank. */
        CHARGEBACK,
        /** Anything else: a person looks at it. */
        OTHER
    }
}

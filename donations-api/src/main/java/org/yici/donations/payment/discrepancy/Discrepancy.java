package org.yici.donations.payment.discrepancy;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.yici.donations.donation.DonationId;

/**
 * Something about money that does not fit and waits for a person.
 *
 * @param subject the order's or the payment's number
 * @param fen in the currency's smallest unit; null when no amount is known
 * @param openedAt program clock
 * @param owner username of who looks into it; null while nobody does
 */
public record Discrepancy(
        long number,
        Kind kind,
        String provider,
        String subject,
        @Nullable DonationId donation,
        @Nullable Long fen,
        Instant openedAt,
        @Nullable String owner) {

    /** Whole days since it was opened. */
    public long ageInDays(Instant now) {
        return Duration.between(openedAt, now).toDays();
    }

    /** What does not fit. */
    public enum Kind {
        /** A gift was paid twice, by two payments: the second is a gift of its own, to be kept or given back. */
        SECOND_PAYMENT("second-payment"),
        /** The provider has money for an order that is none of ours. */
        UNKNOWN_ORDER("unknown-order"),
        OTHER_AMOUNT("other-amount"),
        OTHER_CURRENCY("other-currency"),
        /** The provider names a second payment for one order. */
        OTHER_PAYMENT("other-payment"),
        /** Paid, and the books refuse it for good. */
        NOT_BOOKABLE("not-bookable"),
        DISPUTE("dispute"),
        /** Paid, as we know, and in none of the provider's bills a day later. */
        MISSING_IN_BILL("missing-in-bill"),
        /** The provider has sent money back that nobody here has asked it to. */
        UNKNOWN_REFUND("unknown-refund"),
        /** What a provider says of a refund does not fit: another amount, or the donor has it from elsewhere. */
        OTHER_REFUND("other-refund"),
        /** A refund that was done came back from the donor's bank: it is owed again. */
        REFUND_RETURNED("refund-returned"),
        /** A dispute was won, and its money is back: does the donor have anything to get of it? */
        DISPUTE_RETURNED("dispute-returned"),
        /** What a provider paid out came back to it: our bank did not take it. */
        SETTLEMENT_RETURNED("settlement-returned"),
        /** The provider has paid out more than it owed. */
        OTHER_SETTLEMENT("other-settlement"),
        /** A line of a bill that we do not understand. */
        UNCLEAR_LINE("unclear-line"),
        /** The bank shows money that came in and that nothing in our books accounts for. The subject is the statement's line. */
        UNKNOWN_CREDIT("unknown-credit"),
        /** A provider has settled, as we know, and no statement of the bank's shows it. The subject is the provider's number. */
        SETTLEMENT_NOT_AT_BANK("settlement-not-at-bank");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }

        static Kind of(String word) {
            for (Kind kind : values()) {
                if (kind.word.equals(word)) {
                    return kind;
                }
            }
            throw new IllegalArgumentException("no kind of discrepancy");
        }
    }

    /** How a person settled it. */
    public enum Settlement {
        KEPT,
        REFUNDED,
        EXPLAINED
    }
}

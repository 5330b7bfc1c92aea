package org.yici.donations.payment.refund;

import org.yici.platform.outcome.Reason;

/** Why a gift does not go back, or not now. */
public enum RefundReason implements Reason {
    UNKNOWN("not-found", 404),
    /** Nothing can go back that has not come. */
    GIFT_NOT_PAID("refund-gift-not-paid", 409),
    /** Another refund of this gift is not finished. */
    UNFINISHED("refund-unfinished", 409),
    /** More than is left of the gift's own fen in its fund; takes what is left. */
    SPENT("refund-spent", 409),
    /** Takes where it stands. */
    STEP_NOT_OPEN("step-not-open", 409),
    /** Proposal and approval are by two people, and the approver pays nothing by hand. */
    SAME_PERSON("same-person", 403) {
        /** The word is the contract's; the sentence is not the one about grants. */
        @Override
        public String messageKey() {
            return "refusal.refund-same-person";
        }
    },
    /** Another amount stands there by now than the approver has seen. */
    CHANGED("refund-changed", 409),
    /** The gift came by a way on which no provider sends anything back. */
    NO_PROVIDER("refund-no-provider", 409),
    /** The provider says that it sent back another amount; takes both. */
    OTHER_AMOUNT("refund-other-amount", 409),
    /** The provider says that it is done, and the donor had it another way already: it was paid twice. */
    PAID_TWICE("refund-paid-twice", 409),
    /** A provider cannot take back more of a gift than it brought; takes the gift's amount. */
    OVER_GIFT("refund-over-gift", 409),
    /** This dispute was told before, with another gift or amount. */
    OTHER_DISPUTE("refund-other-dispute", 409);

    private final String word;
    private final int status;

    RefundReason(String word, int status) {
        this.word = word;
        this.status = status;
    }

    @Override
    public String word() {
        return word;
    }

    @Override
    public int status() {
        return status;
    }
}

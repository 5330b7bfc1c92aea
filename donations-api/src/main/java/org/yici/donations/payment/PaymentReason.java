package org.yici.donations.payment;

import org.yici.platform.outcome.Reason;

/** Why a payment is not accepted as one. */
public enum PaymentReason implements Reason {
    UNKNOWN_GIFT("not-found", 404),
    /** The provider names another amount than the gift's. */
    WRONG_AMOUNT("payment-amount", 409),
    /** The gift was to be paid by another method. */
    WRONG_METHOD("payment-other-method", 409),
    /** This payment pays another gift, or another payment paid this gift. */
    OTHER_PAYMENT("payment-other", 409),
    /** The ledger refused the journal, for now: the payment itself is good, so whoever tells of it has to come again. */
    NOT_POSTED("payment-not-posted", 503),
    /** The signature is missing, wrong or too old. */
    NOT_SIGNED("payment-not-signed", 401),
    /** It is paid, or its time is over. */
    NOT_PAYABLE("payment-closed", 409),
    /** A provider has its money; it may not be in the books yet. */
    ARRIVED("payment-arrived", 409),
    /** A discrepancy that somebody has settled. */
    SETTLED_ALREADY("discrepancy-settled", 409),
    /** It cannot be settled as refunded: no refund of its gift is done. */
    NOT_REFUNDED("discrepancy-not-refunded", 409),
    /** More than the provider owes us. */
    MORE_THAN_OWED("settlement-amount", 409);

    private final String word;
    private final int status;

    PaymentReason(String word, int status) {
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

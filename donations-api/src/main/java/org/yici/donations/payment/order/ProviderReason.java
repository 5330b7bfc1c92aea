package org.yici.donations.payment.order;

import org.yici.platform.outcome.Reason;

/** Why something is not done with a provider. */
public enum ProviderReason implements Reason {
    /** The signature is missing or wrong. */
    NOT_SIGNED("payment-not-signed", 401),
    /** Signed more than five minutes ago, or ahead. */
    TOO_OLD("payment-too-old", 401),
    /** Signed, but nothing that we understand. */
    UNREADABLE("payment-unreadable", 400),
    /** Meant for another merchant. */
    OTHER_MERCHANT("payment-other-merchant", 400),
    /** The provider does not take this order; its own code is the argument. */
    PROVIDER_REFUSES("payment-provider-refuses", 409),
    /** This order cannot be paid any more: ended, or paid already. */
    ORDER_ENDED("payment-order-ended", 409),
    /** The provider does not answer; nothing is lost, and one may try another way. */
    PROVIDER_SILENT("payment-provider-silent", 503),
    NO_BILL_YET("bill-not-ready", 409);

    private final String word;
    private final int status;

    ProviderReason(String word, int status) {
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

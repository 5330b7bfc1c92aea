package org.yici.donations.donation;

import org.yici.platform.outcome.Reason;

/** Why a gift is not taken. */
public enum DonationReason implements Reason {
    UNKNOWN_CAMPAIGN("campaign-unknown", 422),
    /** Not open yet, or closed. */
    CAMPAIGN_NOT_OPEN("campaign-not-open", 409),
    AMOUNT_OUT_OF_LIMITS("gift-amount", 422),
    UNKNOWN_METHOD("payment-method", 422),
    /** More gifts wait for the books than may wait. */
    BUSY("busy", 503),
    UNKNOWN("not-found", 404);

    private final String word;
    private final int status;

    DonationReason(String word, int status) {
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

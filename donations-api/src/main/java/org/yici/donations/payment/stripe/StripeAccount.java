package org.yici.donations.payment.stripe;

/** Stripe's settings, checked: our account there. */
record StripeAccount(String secretKey, String webhookSecret, StripeAddress address) {

    /** Whether real money moves; what a notice says of itself must agree. */
    boolean isLive() {
        return secretKey.contains("_live_");
    }

    /** Names no secret. */
    @Override
    public String toString() {
        return "StripeAccount at " + address.value() + (isLive() ? ", live" : ", test");
    }
}

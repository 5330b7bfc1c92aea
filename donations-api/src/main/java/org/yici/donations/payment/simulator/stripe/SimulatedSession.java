package org.yici.donations.payment.simulator.stripe;

import java.time.Instant;

/**
 * A Checkout session and its payment.
 *
 * @param number our number of the order
 * @param tag what Stripe's names of the session, the payment and its charge have in common
 * @param currency lower case, as Stripe writes it
 */
record SimulatedSession(
        String number,
        String tag,
        String title,
        long fen,
        String currency,
        String back,
        Instant createdAt,
        Instant expiresAt,
        Standing standing) {

    String id() {
        return "cs_test_" + tag;
    }

    String intent() {
        return "pi_" + tag;
    }

    String charge() {
        return "ch_" + tag;
    }

    SimulatedSession at(Standing next) {
        return new SimulatedSession(number, tag, title, fen, currency, back, createdAt, expiresAt, next);
    }

    /** @param page where one pays; the address is there as long as one can */
    StripeJson json(String page, boolean withPayment) {
        boolean begun = standing != Standing.OPEN && standing != Standing.EXPIRED;
        return StripeJson.object("checkout.session")
                .and("id", id())
                .and("mode", "payment")
                .and("livemode", false)
                .and("client_reference_id", number)
                .and("metadata", StripeJson.fields().and("payment", number))
                .and("amount_subtotal", fen)
                .and("amount_total", fen)
                .and("currency", currency)
                .and("created", createdAt.getEpochSecond())
                .and("expires_at", expiresAt.getEpochSecond())
                .and("status", standing.status)
                .and("payment_status", standing.paymentStatus)
                .and("success_url", back)
                .and("cancel_url", back)
                .and("payment_intent", !begun ? null : withPayment ? intentJson() : intent())
                .and("url", standing == Standing.OPEN ? page : null);
    }

    StripeJson intentJson() {
        return StripeJson.object("payment_intent")
                .and("id", intent())
                .and("amount", fen)
                .and("currency", currency)
                .and("livemode", false)
                .and("metadata", StripeJson.fields().and("payment", number))
                .and("status", standing.intentStatus)
                .and("latest_charge", standing == Standing.PAID ? charge() : null);
    }

    StripeJson chargeJson() {
        return StripeJson.object("charge")
                .and("id", charge())
                .and("amount", fen)
                .and("currency", currency)
                .and("payment_intent", intent())
                .and("metadata", StripeJson.fields().and("payment", number))
                .and("paid", true)
                .and("status", "succeeded");
    }

    StripeJson disputeJson() {
        return StripeJson.object("dispute")
                .and("id", "dp_" + tag)
                .and("amount", fen)
                .and("currency", currency)
                .and("charge", charge())
                .and("payment_intent", intent())
                .and("reason", "fraudulent")
                .and("status", "needs_response");
    }
}

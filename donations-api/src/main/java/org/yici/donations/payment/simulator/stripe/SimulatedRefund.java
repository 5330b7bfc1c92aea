package org.yici.donations.payment.simulator.stripe;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** @param number our number of it; null for one that was made by hand at Stripe */
record SimulatedRefund(
        String id, @Nullable String number, SimulatedSession session, long fen, String status, Instant createdAt) {

    SimulatedRefund at(String next) {
        return new SimulatedRefund(id, number, session, fen, next, createdAt);
    }

    /** What has not failed is sent back, or will be. */
    boolean counts() {
        return !status.equals("failed") && !status.equals("canceled");
    }

    StripeJson json() {
        return StripeJson.object("refund")
                .and("id", id)
                .and("amount", fen)
                .and("currency", session.currency())
                .and("charge", session.charge())
                .and("payment_intent", session.intent())
                .and("created", createdAt.getEpochSecond())
                .and("metadata", StripeJson.fields().and("refund", number))
                .and("reason", "requested_by_customer")
                .and("status", status)
                .and("failure_reason", status.equals("failed") ? "lost_or_stolen_card" : null);
    }
}

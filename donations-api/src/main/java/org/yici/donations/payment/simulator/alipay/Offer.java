package org.yici.donations.payment.simulator.alipay;

import java.time.Instant;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * What a merchant's address or code offers a donor to pay.
 *
 * @param order the merchant's number
 * @param returnAddress empty for a code
 */
record Offer(String order, long fen, String subject, Instant expiresAt, String notifyAddress, String returnAddress) {

    static Offer of(Map<String, String> parameters, JsonNode content) {
        return new Offer(
                content.path("out_trade_no").asString(),
                Fen.of(content.path("total_amount").asString()),
                content.path("subject").asString(),
                Times.read(content.path("time_expire").asString()),
                parameters.getOrDefault("notify_url", ""),
                parameters.getOrDefault("return_url", ""));
    }

    /** Another amount, subject or time under the same number is another order, and refused. */
    boolean isSameAs(Offer other) {
        return fen == other.fen && subject.equals(other.subject) && expiresAt.equals(other.expiresAt);
    }
}

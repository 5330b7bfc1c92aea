package org.yici.donations.payment.wechat;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.yici.platform.web.StrictJson;
import tools.jackson.databind.json.JsonMapper;

/**
 * The outside of a notice, which is not encrypted; what is in it has to be known before it is decrypted.
 *
 * @param id WeChat Pay's own, the same when the notice is repeated
 */
record Envelope(
        @JsonProperty(required = true) String id,
        @JsonProperty(value = "event_type", required = true) String eventType) {

    private static final JsonMapper JSON = StrictJson.strict();

    Envelope {
        if (id == null || eventType == null) {
            throw new IllegalArgumentException("no envelope");
        }
    }

    /** @throws RuntimeException when it is none */
    static Envelope read(String body) {
        return JSON.readValue(body, Envelope.class);
    }

    boolean isPaid() {
        return eventType.equals("TRANSACTION.SUCCESS");
    }

    /** Done, closed or stuck: which of them is asked for. */
    boolean isOfRefund() {
        return eventType.startsWith("REFUND.");
    }
}

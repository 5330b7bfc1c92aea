package org.yici.donations.payment.simulator.stripe;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** A JSON object that is being written, field by field; what is null is left out: Stripe's SDK does not mind. */
record StripeJson(Map<String, Object> values) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    static StripeJson fields() {
        return new StripeJson(Map.of());
    }

    /** @param word Stripe's name for what it is, such as {@code refund} */
    static StripeJson object(String word) {
        return fields().and("object", word);
    }

    StripeJson and(String field, @Nullable Object value) {
        Map<String, Object> more = new LinkedHashMap<>(values);
        if (value == null) {
            more.remove(field);
        } else {
            more.put(field, value instanceof StripeJson json ? json.values : value);
        }
        return new StripeJson(more);
    }

    String text() {
        return JSON.writeValueAsString(values);
    }
}

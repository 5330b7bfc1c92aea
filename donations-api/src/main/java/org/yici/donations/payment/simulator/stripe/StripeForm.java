package org.yici.donations.payment.simulator.stripe;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What a request says, as Stripe's SDK writes it: {@code line_items[0][quantity]=1&…}, in a body or after a question mark. */
record StripeForm(Map<String, String> values) {

    static StripeForm parse(String text) {
        Map<String, String> values = new TreeMap<>();
        for (String pair : text.split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                values.put(decode(pair.substring(0, equals)), decode(pair.substring(equals + 1)));
            }
        }
        return new StripeForm(values);
    }

    @Nullable
    String get(String name) {
        return values.get(name);
    }

    /** @throws Declined when it is not there */
    String needed(String name) {
        String value = values.get(name);
        if (value == null || value.isEmpty()) {
            throw Declined.invalid("parameter_missing", "Missing required param: " + name);
        }
        return value;
    }

    /** @throws Declined when it is no whole number above 0 */
    long amount(String name) {
        String value = needed(name);
        if (!value.matches("[1-9]\\d{0,17}")) {
            throw Declined.invalid("parameter_invalid_integer", "Invalid integer: " + name);
        }
        return Long.parseLong(value);
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}

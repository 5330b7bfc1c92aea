package org.yici.donations.payment.alipay;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** A notice's parameters, percent-decoded once, as the signature covers them. */
final class NoticeForm {

    private NoticeForm() {}

    /** Empty for what is no form, or has a name twice: then it would not be known which one was signed. */
    static Optional<Map<String, String>> read(byte[] body) {
        Map<String, String> parameters = new HashMap<>();
        for (String pair : new String(body, StandardCharsets.UTF_8).split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals <= 0 || !put(parameters, pair.substring(0, equals), pair.substring(equals + 1))) {
                return Optional.empty();
            }
        }
        return Optional.of(parameters);
    }

    private static boolean put(Map<String, String> parameters, String name, String value) {
        try {
            return parameters.put(decoded(name), decoded(value)) == null;
        } catch (IllegalArgumentException notEncoded) {
            return false;
        }
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}

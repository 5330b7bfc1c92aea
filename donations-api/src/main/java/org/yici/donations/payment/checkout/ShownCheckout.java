package org.yici.donations.payment.checkout;

import java.util.Map;
import java.util.TreeMap;
import org.yici.donations.payment.order.Checkout;
import org.yici.platform.web.StrictJson;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** How the donor goes on to pay, as it is kept: a word, a space, the value. */
final class ShownCheckout {

    private static final JsonMapper JSON = StrictJson.strict();
    private static final TypeReference<Map<String, String>> PARAMETERS = new TypeReference<>() {};

    private ShownCheckout() {}

    static String write(Checkout checkout) {
        return checkout.fold(
                address -> "elsewhere " + address,
                text -> "scan " + text,
                parameters -> "wechat " + JSON.writeValueAsString(new TreeMap<>(parameters)));
    }

    static Checkout read(String text) {
        int space = text.indexOf(' ');
        String value = text.substring(space + 1);
        return switch (text.substring(0, space)) {
            case "elsewhere" -> new Checkout.Elsewhere(value);
            case "scan" -> new Checkout.ToScan(value);
            case "wechat" -> new Checkout.InWechat(JSON.readValue(value, PARAMETERS));
            default -> throw new IllegalStateException("a checkout that nobody wrote");
        };
    }
}

package org.yici.donations.payment.simulator.wechat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.yici.donations.payment.simulator.Loopback.Call;

/** Whether a request is our merchant's: {@code WECHATPAY2-SHA256-RSA2048} over method, path with query, time, nonce and body. */
final class RequestSignature {

    private static final String SCHEME = "WECHATPAY2-SHA256-RSA2048 ";
    private static final Duration VALID = Duration.ofMinutes(5);
    private static final int UNAUTHORIZED = 401;

    private final SimulatedMerchant merchant;
    private final Clock clock;

    RequestSignature(SimulatedMerchant merchant, Clock clock) {
        this.merchant = merchant;
        this.clock = clock;
    }

    /** @throws ApiError SIGN_ERROR for anybody else's, and for an old one */
    void require(Call call) {
        Map<String, String> parts = parts(call.headers().get("Authorization", ""));
        boolean ours = SimulatedMerchant.NUMBER.equals(parts.get("mchid"))
                && SimulatedMerchant.SERIAL.equals(parts.get("serial_no"))
                && SimulatedMerchant.KEY_ID.equals(call.headers().get("Wechatpay-Serial"));
        if (!ours || !isFresh(parts.getOrDefault("timestamp", "0")) || !holds(call, parts)) {
            throw new ApiError(UNAUTHORIZED, "SIGN_ERROR");
        }
    }

    private boolean isFresh(String seconds) {
        Instant signed = Instant.ofEpochSecond(Long.parseLong(seconds));
        return Duration.between(signed, clock.instant()).abs().compareTo(VALID) <= 0;
    }

    private boolean holds(Call call, Map<String, String> parts) {
        String message = String.join(
                "\n",
                call.method(),
                call.target(),
                parts.getOrDefault("timestamp", ""),
                parts.getOrDefault("nonce_str", ""),
                call.text(),
                "");
        return Rsa.holds(merchant.keys().getPublic(), message, parts.getOrDefault("signature", ""));
    }

    /** {@code name="value",…}; a value may hold an equals sign. */
    private static Map<String, String> parts(String authorization) {
        Map<String, String> parts = new HashMap<>();
        if (authorization.startsWith(SCHEME)) {
            for (String part : authorization.substring(SCHEME.length()).split(",", -1)) {
                int equals = part.indexOf("=\"");
                if (equals > 0 && part.endsWith("\"")) {
                    parts.put(part.substring(0, equals).strip(), part.substring(equals + 2, part.length() - 1));
                }
            }
        }
        return parts;
    }
}

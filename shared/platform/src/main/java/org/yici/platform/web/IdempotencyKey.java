package org.yici.platform.web;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.web.server.ServerWebExchange;
import org.yici.platform.outcome.Refusal;

/**
 * The caller's word that two requests are one: 16 to 255 visible ASCII characters in the header {@code Idempotency-Key},
 * or the hidden field {@code idempotencyKey} of a form.
 */
public record IdempotencyKey(String value) {

    private static final Pattern FORM = Pattern.compile("[\\x21-\\x7e]{16,255}");

    /** @throws RefusedException 400 {@code idempotency-key} when the header is missing or malformed */
    public static IdempotencyKey of(ServerWebExchange exchange) {
        return of(exchange.getRequest().getHeaders().getFirst("Idempotency-Key"));
    }

    /** @throws RefusedException 400 {@code idempotency-key} when {@code value} is missing or malformed */
    public static IdempotencyKey of(@Nullable String value) {
        if (value == null || !FORM.matcher(value).matches()) {
            throw new RefusedException(Refusal.because(WebReason.IDEMPOTENCY_KEY_MISSING));
        }
        return new IdempotencyKey(value);
    }

    /** What the same key must come with again: SHA-256 over method, path and body. */
    public static byte[] hash(ServerWebExchange exchange, byte[] body) {
        return hash(
                exchange.getRequest().getMethod() + " "
                        + exchange.getRequest().getPath().value(),
                body);
    }

    /** @param line method, a space and the path */
    public static byte[] hash(String line, byte[] body) {
        MessageDigest digest = sha256();
        digest.update((line + "\n").getBytes(StandardCharsets.UTF_8));
        return digest.digest(body);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}

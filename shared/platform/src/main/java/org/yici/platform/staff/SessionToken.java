package org.yici.platform.staff;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What the cookie carries: 32 random bytes that say nothing. The database knows only their hash, and the token against
 * forged requests is derived from them, so that it belongs to this session alone and is stored nowhere.
 */
public record SessionToken(String value) {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9_-]{43}");
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    public SessionToken {
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("Not a session token");
        }
    }

    static SessionToken fresh() {
        byte[] bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return new SessionToken(BASE64.encodeToString(bytes));
    }

    /** The token in a cookie, if it has the shape of one at all. */
    public static Optional<SessionToken> in(String cookie) {
        return SHAPE.matcher(cookie).matches() ? Optional.of(new SessionToken(cookie)) : Optional.empty();
    }

    /** What the database knows of it (SHA-256). */
    byte[] hash() {
        try {
            return MessageDigest.getInstance("SHA-256").digest(value.getBytes(StandardCharsets.US_ASCII));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** What a form or a program of this session sends along to show that the request is its own. */
    public String csrf() {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(value.getBytes(StandardCharsets.US_ASCII), "HmacSHA256"));
            return BASE64.encodeToString(mac.doFinal("yici csrf v1".getBytes(StandardCharsets.US_ASCII)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Never the token. */
    @Override
    public String toString() {
        return "SessionToken[…]";
    }
}

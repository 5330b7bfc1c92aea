package org.yici.donations.payment.sandbox;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.yici.platform.privacy.BlindIndex;

/**
 * How the sandbox signs: HMAC-SHA256, as hex, over the timestamp (seconds), a full stop and the raw body. The key is
 * derived from the installation's own, so no two installations share one.
 */
final class SandboxSignature {

    static final String TIMESTAMP = "Yici-Timestamp";
    static final String SIGNATURE = "Yici-Signature";
    /** A notice is believed this long, either way, by the wall clock: a recorded one cannot be played again later. */
    static final Duration VALID = Duration.ofMinutes(5);

    private final SecretKeySpec key;

    SandboxSignature(BlindIndex keyed) {
        this.key = new SecretKeySpec(keyed.of("sandbox-signature", "notices"), "HmacSHA256");
    }

    String sign(String timestamp, byte[] body) {
        return HexFormat.of().formatHex(hmac(timestamp, body));
    }

    /** Whether this body was signed with our key, not long ago. */
    boolean holds(@Nullable String timestamp, @Nullable String signature, byte[] body, Instant now) {
        if (timestamp == null || signature == null || !timestamp.matches("[0-9]{1,11}")) {
            return false;
        }
        Duration age = Duration.between(Instant.ofEpochSecond(Long.parseLong(timestamp)), now)
                .abs();
        return age.compareTo(VALID) <= 0
                && MessageDigest.isEqual(
                        sign(timestamp, body).getBytes(StandardCharsets.US_ASCII),
                        signature.getBytes(StandardCharsets.US_ASCII));
    }

    private byte[] hmac(String timestamp, byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            mac.update((timestamp + ".").getBytes(StandardCharsets.US_ASCII));
            return mac.doFinal(body);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}

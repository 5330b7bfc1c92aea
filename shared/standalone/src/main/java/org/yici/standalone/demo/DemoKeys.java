package org.yici.standalone.demo;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.yici.platform.web.IdempotencyKey;

/** Every step of the play has its key, made from what it is: a play that was killed starts over and does nothing twice. */
final class DemoKeys {

    private DemoKeys() {}

    static IdempotencyKey of(String step, Object which) {
        return new IdempotencyKey("demo-world/" + step + "/" + which);
    }

    static byte[] hash(Object planned) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(planned.toString().getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}

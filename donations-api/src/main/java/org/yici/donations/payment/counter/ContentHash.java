package org.yici.donations.payment.counter;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** By what a file is known again, whatever its name: SHA-256 of its content. Blocks while it reads. */
public final class ContentHash {

    private static final int AT_ONCE = 1 << 16;

    private ContentHash() {}

    public static byte[] of(Path file) throws IOException {
        MessageDigest digest = sha256();
        byte[] some = new byte[AT_ONCE];
        try (InputStream in = Files.newInputStream(file)) {
            for (int read = in.read(some); read >= 0; read = in.read(some)) {
                digest.update(some, 0, read);
            }
        }
        return digest.digest();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}

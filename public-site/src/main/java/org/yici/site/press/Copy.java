package org.yici.site.press;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.zip.GZIPOutputStream;

/**
 * A printed page, ready to be sent.
 *
 * @param version of the books that it shows
 * @param printedAt by {@link System#nanoTime}
 * @param mark changes exactly when the page does
 */
record Copy(long version, long printedAt, byte[] plain, byte[] zipped, String mark) {

    private static final int MARK_BYTES = 12;

    static Copy of(String html, long version) {
        byte[] plain = html.getBytes(StandardCharsets.UTF_8);
        return new Copy(version, System.nanoTime(), plain, zip(plain), mark(plain));
    }

    private static byte[] zip(byte[] plain) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(plain.length / 3);
        try (GZIPOutputStream zip = new GZIPOutputStream(bytes)) {
            zip.write(plain);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    private static String mark(byte[] plain) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(plain);
            return HexFormat.of().formatHex(digest, 0, MARK_BYTES);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}

package org.yici.site.press;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.springframework.http.HttpHeaders;
import org.yici.platform.web.PlainGet;

/**
 * A printed page, ready to be sent in two forms.
 *
 * @param version of the books that it shows
 * @param printedAt by {@link System#nanoTime}
 */
record Copy(long version, long printedAt, PlainGet.Answer plain, PlainGet.Answer zipped) {

    private static final int MARK_BYTES = 12;
    private static final String GZIP = "gzip";

    static Copy of(String html, long version) {
        byte[] plain = html.getBytes(StandardCharsets.UTF_8);
        String mark = mark(plain);
        PlainGet.Answer zipped = form(zip(plain), mark + "z");
        zipped.headers().put(HttpHeaders.CONTENT_ENCODING, GZIP);
        return new Copy(version, System.nanoTime(), form(plain, mark), zipped);
    }

    /** The form that a browser with these wishes can read. */
    PlainGet.Answer wished(HttpHeaders wishes) {
        String encodings = wishes.getFirst(HttpHeaders.ACCEPT_ENCODING);
        return encodings != null && encodings.contains(GZIP) && !encodings.contains("gzip;q=0") ? zipped : plain;
    }

    /** @param mark changes exactly when the page does, and differs between its forms */
    private static PlainGet.Answer form(byte[] body, String mark) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put(HttpHeaders.CACHE_CONTROL, "no-cache");
        headers.put(
                HttpHeaders.VARY,
                String.join(", ", HttpHeaders.ACCEPT_ENCODING, HttpHeaders.ACCEPT_LANGUAGE, HttpHeaders.COOKIE));
        headers.put(HttpHeaders.ETAG, "\"" + mark + "\"");
        headers.put(HttpHeaders.CONTENT_TYPE, "text/html;charset=UTF-8");
        return new PlainGet.Answer(headers, body);
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

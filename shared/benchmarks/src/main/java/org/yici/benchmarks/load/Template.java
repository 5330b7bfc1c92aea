package org.yici.benchmarks.load;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A request as bytes, in which only a few places differ from one time to the next. */
final class Template {

    private final byte[] bytes;

    private Template(byte[] bytes) {
        this.bytes = bytes;
    }

    static Template post(String path, List<String> headers, String body) {
        byte[] content = body.getBytes(StandardCharsets.UTF_8);
        List<String> all = new ArrayList<>(headers);
        all.add("Content-Type: application/json");
        all.add("Content-Length: " + content.length);
        return of("POST " + path, all, body);
    }

    static Template get(String path, List<String> headers) {
        return of("GET " + path, headers, "");
    }

    private static Template of(String line, List<String> headers, String body) {
        String head = line + " HTTP/1.1\r\nHost: localhost\r\n" + String.join("\r\n", headers);
        return new Template((head + "\r\n\r\n" + body).getBytes(StandardCharsets.UTF_8));
    }

    /** Where a placeholder begins, after the first {@code skipped} of its kind. */
    int place(String placeholder, int skipped) {
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        int at = text.indexOf(placeholder);
        for (int i = 0; i < skipped; i++) {
            at = text.indexOf(placeholder, at + 1);
        }
        if (at < 0) {
            throw new IllegalArgumentException(placeholder + " is not in " + text);
        }
        return at;
    }

    int length() {
        return bytes.length;
    }

    int bodyAt() {
        return place("\r\n\r\n", 0) + 4;
    }

    /** A buffer of its own to fill in, which is quicker to send than an array. */
    ByteBuffer copy() {
        return ByteBuffer.allocateDirect(bytes.length).put(bytes);
    }
}

package org.yici.benchmarks.load;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * An HTTP/1.1 answer as it comes in, read by hand: status, {@code Content-Length}, and the beginning of the body. One
 * object serves a connection for good.
 */
final class Response {

    private static final int KEPT = 4 * 1024;
    private static final int STATUS_AT = "HTTP/1.1 ".length();
    private static final byte[] LENGTH = "content-length:".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] HEAD_END = "\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

    private final byte[] kept = new byte[KEPT];
    private int length;
    private long seen;
    private int bodyAt;
    private int bodyLength;

    void clear() {
        length = 0;
        seen = 0;
        bodyAt = 0;
    }

    /** Takes what came in. @return whether the answer is whole */
    boolean take(ByteBuffer in) {
        seen += in.remaining();
        int room = Math.min(in.remaining(), KEPT - length);
        in.get(kept, length, room);
        in.position(in.limit());
        length += room;
        if (bodyAt == 0) {
            readHead();
        }
        return bodyAt > 0 && seen >= bodyAt + bodyLength;
    }

    private void readHead() {
        int end = find(HEAD_END, 0, length);
        if (end >= 0) {
            bodyAt = end + HEAD_END.length;
            int header = find(LENGTH, 0, end);
            if (header < 0) {
                throw new IllegalStateException("an answer without Content-Length: " + head());
            }
            bodyLength = numberAt(header + LENGTH.length);
        } else if (length == KEPT) {
            throw new IllegalStateException("a head of more than " + KEPT + " bytes");
        }
    }

    int status() {
        return numberAt(STATUS_AT);
    }

    int bodyLength() {
        return bodyLength;
    }

    /** Where, in {@link #bytes}, the text that follows {@code mark} in the body begins; -1 when the mark is not there. */
    int after(byte[] mark) {
        int at = find(mark, bodyAt, length);
        return at < 0 ? -1 : at + mark.length;
    }

    byte[] bytes() {
        return kept;
    }

    /** Status line, headers and the beginning of the body, for a message. */
    String head() {
        return new String(kept, 0, length, StandardCharsets.UTF_8).replaceAll("\\s+", " ");
    }

    private int numberAt(int from) {
        int at = from;
        while (kept[at] == ' ') {
            at++;
        }
        int number = 0;
        while (kept[at] >= '0' && kept[at] <= '9') {
            number = 10 * number + kept[at++] - '0';
        }
        return number;
    }

    /** Letters of any case; the wanted ones are small. */
    private int find(byte[] wanted, int from, int to) {
        for (int at = from; at <= to - wanted.length; at++) {
            int same = 0;
            while (same < wanted.length && small(kept[at + same]) == wanted[same]) {
                same++;
            }
            if (same == wanted.length) {
                return at;
            }
        }
        return -1;
    }

    private static int small(byte letter) {
        return letter >= 'A' && letter <= 'Z' ? letter + 'a' - 'A' : letter;
    }

    @Override
    public String toString() {
        return status() + " (" + bodyLength + " bytes)";
    }
}

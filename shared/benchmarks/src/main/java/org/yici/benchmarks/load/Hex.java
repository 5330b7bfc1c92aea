package org.yici.benchmarks.load;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Hexadecimal digits written in place. */
final class Hex {

    private static final byte[] DIGITS = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
    private static final String FORM = "xxxxxxxx-xxxx-4xxx-8xxx-xxxxxxxxxxxx";

    private Hex() {}

    /** A random id (UUID version 4) of the bits given. */
    static void uuid(ByteBuffer into, int at, long high, long low) {
        long bits = high;
        for (int i = 0; i < FORM.length(); i++) {
            if (i == FORM.length() / 2) {
                bits = low;
            }
            if (FORM.charAt(i) == 'x') {
                into.put(at + i, DIGITS[(int) (bits & 0xF)]);
                bits >>>= 4;
            }
        }
    }

    static void bytes(ByteBuffer into, int at, byte[] bytes) {
        for (int i = 0; i < bytes.length; i++) {
            into.put(at + 2 * i, DIGITS[bytes[i] >> 4 & 0xF]);
            into.put(at + 2 * i + 1, DIGITS[bytes[i] & 0xF]);
        }
    }
}

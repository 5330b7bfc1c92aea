package org.yici.proof;

import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The one byte form of a JSON value, after RFC 8785 (JSON Canonicalization Scheme), so that a hash of it means the same
 * to everybody. Takes maps with text keys, lists, text, whole numbers, booleans and null. Floating point is refused by
 * design: none of our formats has any, and its canonical text is the hardest part of the RFC to get right.
 */
public final class CanonicalJson {

    /** Beyond this a reader that keeps numbers as IEEE doubles (RFC 8785, appendix D) would see another number. */
    private static final long GREATEST_EXACT = (1L << 53) - 1;

    private CanonicalJson() {}

    /**
     * The canonical text; its UTF-8 bytes are the canonical bytes.
     *
     * @throws IllegalArgumentException for a value outside the types above, a whole number beyond ±(2^53 − 1), or text
     *     with half a surrogate pair (it has no UTF-8 form)
     */
    public static String write(@Nullable Object value) {
        StringBuilder out = new StringBuilder(256);
        write(value, out);
        return out.toString();
    }

    private static void write(@Nullable Object value, StringBuilder out) {
        if (value == null || value instanceof Boolean) {
            out.append(value);
        } else if (value instanceof String text) {
            writeText(text, out);
        } else if (value instanceof Long || value instanceof Integer || value instanceof Short) {
            writeNumber(((Number) value).longValue(), out);
        } else if (value instanceof Map<?, ?> map) {
            writeMap(map, out);
        } else if (value instanceof List<?> list) {
            writeList(list, out);
        } else {
            throw new IllegalArgumentException(
                    "no canonical form for " + value.getClass().getName());
        }
    }

    private static void writeNumber(long number, StringBuilder out) {
        if (number > GREATEST_EXACT || number < -GREATEST_EXACT) {
            throw new IllegalArgumentException("not exact as a JSON number: " + number);
        }
        out.append(number);
    }

    private static void writeList(List<?> list, StringBuilder out) {
        out.append('[');
        for (Iterator<?> items = list.iterator(); items.hasNext(); ) {
            write(items.next(), out);
            if (items.hasNext()) {
                out.append(',');
            }
        }
        out.append(']');
    }

    /** String's natural order is the order by UTF-16 code units that the RFC asks for (section 3.2.3). */
    private static void writeMap(Map<?, ?> map, StringBuilder out) {
        TreeMap<String, @Nullable Object> sorted = new TreeMap<>();
        map.forEach((key, value) -> {
            if (!(key instanceof String name)) {
                throw new IllegalArgumentException("a key must be text: " + key);
            }
            sorted.put(name, value);
        });
        out.append('{');
        boolean first = true;
        for (Map.Entry<String, @Nullable Object> member : sorted.entrySet()) {
            if (!first) {
                out.append(',');
            }
            first = false;
            writeText(member.getKey(), out);
            out.append(':');
            write(member.getValue(), out);
        }
        out.append('}');
    }

    private static void writeText(String text, StringBuilder out) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\b' -> out.append("\\b");
                case '\t' -> out.append("\\t");
                case '\n' -> out.append("\\n");
                case '\f' -> out.append("\\f");
                case '\r' -> out.append("\\r");
                default -> {
                    if (c < 0x20) {
                        out.append(String.format("\\u%04x", (int) c));
                    } else {
                        out.append(c);
                        if (Character.isSurrogate(c)) {
                            i = writeSecondHalf(text, i, out);
                        }
                    }
                }
            }
        }
        out.append('"');
    }

    private static int writeSecondHalf(String text, int first, StringBuilder out) {
        int second = first + 1;
        if (second == text.length() || !Character.isSurrogatePair(text.charAt(first), text.charAt(second))) {
            throw new IllegalArgumentException("half a surrogate pair at index " + first);
        }
        out.append(text.charAt(second));
        return second;
    }
}

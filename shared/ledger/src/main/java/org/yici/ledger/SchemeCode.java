package org.yici.ledger;

import java.util.regex.Pattern;

/**
 * A scheme of the state that pays entitled people from the treasury, such as {@code tekun} or {@code dibao}.
 *
 * @param value matches {@code [a-z][a-z0-9-]{0,39}}
 */
public record SchemeCode(String value) implements Comparable<SchemeCode> {

    private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9-]{0,39}");

    public SchemeCode {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("not a scheme code: " + value);
        }
    }

    public static SchemeCode of(String value) {
        return new SchemeCode(value);
    }

    @Override
    public int compareTo(SchemeCode other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}

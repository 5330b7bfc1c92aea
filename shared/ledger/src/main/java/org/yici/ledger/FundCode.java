package org.yici.ledger;

import java.util.regex.Pattern;

/**
 * A fund: money kept apart for one purpose (慈善法 §54), such as {@code poverty-relief}.
 *
 * @param value matches {@code [a-z][a-z0-9-]{0,39}}
 */
public record FundCode(String value) implements Comparable<FundCode> {

    private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9-]{0,39}");

    public FundCode {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("not a fund code: " + value);
        }
    }

    public static FundCode of(String value) {
        return new FundCode(value);
    }

    @Override
    public int compareTo(FundCode other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}

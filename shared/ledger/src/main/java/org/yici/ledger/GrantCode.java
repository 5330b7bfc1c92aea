package org.yici.ledger;

import java.util.regex.Pattern;

/**
 * A grant to one beneficiary, as the public sees it; it carries no personal data.
 *
 * @param value matches {@code [A-Za-z0-9][A-Za-z0-9-]{0,39}}
 */
public record GrantCode(String value) implements Comparable<GrantCode> {

    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9][A-Za-z0-9-]{0,39}");

    public GrantCode {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("not a grant code: " + value);
        }
    }

    public static GrantCode of(String value) {
        return new GrantCode(value);
    }

    @Override
    public int compareTo(GrantCode other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}

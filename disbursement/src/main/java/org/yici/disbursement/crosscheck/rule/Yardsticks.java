package org.yici.disbursement.crosscheck.rule;

import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.yici.disbursement.crosscheck.extract.Column.Span;

/**
 * The county's standing standards on a day, for rules that compare with them.
 *
 * @param aYear fen that each comes to for one person in a year
 */
public record Yardsticks(Map<String, Long> aYear) {

    public static final Yardsticks NONE = new Yardsticks(Map.of());
    private static final int MONTHS = 12;

    public Yardsticks {
        aYear = new TreeMap<>(aYear);
    }

    /** The twelfth part of a year is rounded down, as it is when it is paid. */
    OptionalLong of(String standard, Span span) {
        Long year = aYear.get(standard);
        return year == null ? OptionalLong.empty() : OptionalLong.of(span == Span.MONTH ? year / MONTHS : year);
    }

    boolean has(String standard) {
        return aYear.containsKey(standard);
    }
}

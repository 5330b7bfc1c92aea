package org.yici.disbursement.standing;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.yici.platform.web.Figures;

/**
 * A month, a quarter or a year for which a scheme pays.
 *
 * @param first its first month
 */
public record Period(Frequency every, YearMonth first) {

    private static final Pattern WORD = Pattern.compile("(\\d{4})(?:-(0[1-9]|1[0-2])|Q([1-4]))?");

    public Period {
        if ((first.getMonthValue() - 1) % every.months() != 0) {
            throw new IllegalArgumentException("no " + every + " begins in " + first);
        }
    }

    public static Period containing(Frequency every, LocalDate day) {
        int month = (day.getMonthValue() - 1) / every.months() * every.months() + 1;
        return new Period(every, YearMonth.of(day.getYear(), month));
    }

    /** {@code 2018-01}, {@code 2018Q1} or {@code 2018}; empty where it is none of that frequency. */
    public static Optional<Period> of(Frequency every, String word) {
        Matcher parts = WORD.matcher(word);
        if (!parts.matches()) {
            return Optional.empty();
        }
        String month = parts.group(2);
        String quarter = parts.group(3);
        int first = month != null ? Integer.parseInt(month) : quarter != null ? Integer.parseInt(quarter) * 3 - 2 : 1;
        Frequency meant = month != null ? Frequency.MONTH : quarter != null ? Frequency.QUARTER : Frequency.YEAR;
        return meant == every
                ? Optional.of(new Period(every, YearMonth.of(Integer.parseInt(parts.group(1)), first)))
                : Optional.empty();
    }

    /** A word of any frequency. */
    public static Optional<Period> of(String word) {
        return Stream.of(Frequency.values())
                .flatMap(every -> of(every, word).stream())
                .findAny();
    }

    public String word() {
        return switch (every) {
            case MONTH -> first.toString();
            case QUARTER -> first.getYear() + "Q" + (first.getMonthValue() + 2) / 3;
            case YEAR -> Integer.toString(first.getYear());
        };
    }

    /** As people say it: {@code 2018年1月}, {@code 2018年第1季度}, {@code 2018年}. */
    public String said(Figures figures) {
        return switch (every) {
            case MONTH -> figures.month(first);
            case QUARTER -> figures.quarter(first);
            case YEAR -> figures.year(first);
        };
    }

    public List<YearMonth> months() {
        return IntStream.range(0, every.months()).mapToObj(first::plusMonths).toList();
    }

    public YearMonth last() {
        return first.plusMonths(every.months() - 1L);
    }

    public Period before() {
        return new Period(every, first.minusMonths(every.months()));
    }

    public Period after() {
        return new Period(every, first.plusMonths(every.months()));
    }

    /** Has its first month come? What is further off is not due. */
    public boolean hasBegun(LocalDate today) {
        return !first.atDay(1).isAfter(today);
    }
}

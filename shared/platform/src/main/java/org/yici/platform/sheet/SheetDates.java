package org.yici.platform.sheet;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a cell as a day: {@code 2018-05-04}, {@code 2018/5/4}, {@code 2018.5.4}, {@code 2018年5月4日}, {@code 20180504}, each
 * with or without a time behind, or a spreadsheet's count of days (43224). Refused is what can be read in two ways, such as
 * {@code 4/5/18}.
 */
public final class SheetDates {

    private static final Pattern PARTS =
            Pattern.compile("(\\d{4})(?:[-/.]|年)(\\d{1,2})(?:[-/.]|月)(\\d{1,2})日?(?:t?\\d{1,2}[:时].*)?");
    private static final Pattern RUN = Pattern.compile("(\\d{4})(\\d{2})(\\d{2})(?:\\d{6}|\\d{1,2}:.*)?");
    /** Taken off first: without the blank before it, its hour would run into the day. */
    private static final Pattern TIME = Pattern.compile("[\\s\\u00a0\\u3000]+\\d{1,2}[:：时].*$");

    private static final Pattern SERIAL = Pattern.compile("\\d{5}(\\.\\d+)?");
    /** Day 0 of a spreadsheet's count: it believes in 29 February 1900. */
    private static final LocalDate DAY_ZERO = LocalDate.of(1899, 12, 30);
    /** No later a day than this can be written in five figures and be meant: 1954 to 2119. */
    private static final int FIRST_SERIAL = 20_000;

    private static final int LAST_SERIAL = 80_000;

    private SheetDates() {}

    /** The day; empty when the cell is none. */
    public static Optional<LocalDate> read(SheetCell cell) {
        return cell.date() != null ? Optional.of(cell.date()) : read(cell.text());
    }

    static Optional<LocalDate> read(String text) {
        String plain = SheetText.plain(TIME.matcher(text).replaceFirst(""));
        if (SERIAL.matcher(plain).matches()) {
            return serial(new BigDecimal(plain).intValue());
        }
        Matcher parts = PARTS.matcher(plain);
        if (parts.matches()) {
            return day(parts);
        }
        Matcher run = RUN.matcher(plain);
        return run.matches() ? day(run) : Optional.empty();
    }

    private static Optional<LocalDate> serial(int days) {
        return days < FIRST_SERIAL || days > LAST_SERIAL ? Optional.empty() : Optional.of(ofSerial(days));
    }

    /** @param days whole days of a spreadsheet's count from 1900 on */
    static LocalDate ofSerial(long days) {
        return DAY_ZERO.plusDays(days);
    }

    private static Optional<LocalDate> day(Matcher parts) {
        try {
            return Optional.of(LocalDate.of(number(parts, 1), number(parts, 2), number(parts, 3)));
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    private static int number(Matcher parts, int group) {
        return Integer.parseInt(parts.group(group));
    }
}

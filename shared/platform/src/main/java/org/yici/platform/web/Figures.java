package org.yici.platform.web;

import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.yici.platform.clock.ProgramClock;

/**
 * Figures and dates in the reader's words, for templates: {@code ${figures.yuan(fen)}}. Dates are Chinese days.
 *
 * <p>The rule of dates: whatever a person reads, a page, a letter, a notice, a sheet on a board, a refusal, says
 * {@code 2026年11月25日} or {@code 25 November 2026}, tables included, and a time is {@code 14:05}. Whatever a program reads
 * or a person types keeps {@code 2026-11-25}: JSON, addresses, sheets and files, inputs of dates, and examples of what to type.
 */
public final class Figures {

    private static final Figures CHINESE = new Figures(
            Language.ZH, "M月d日", "yyyy年 M月d日", "yyyy年", "yyyy年第Q季度", "yyyy年M月", "yyyy年M月d日", "yyyy年M月d日 HH:mm");
    private static final Figures ENGLISH = new Figures(
            Language.EN,
            "d\u00a0MMM",
            "d\u00a0MMM yyyy",
            "yyyy",
            "QQQQ yyyy",
            "MMMM yyyy",
            "d MMMM yyyy",
            "d MMMM yyyy, HH:mm");

    private final Locale locale;
    private final DateTimeFormatter day;
    private final DateTimeFormatter dayOfYear;
    private final DateTimeFormatter year;
    private final DateTimeFormatter quarter;
    private final DateTimeFormatter month;
    private final DateTimeFormatter date;
    private final DateTimeFormatter minute;

    private Figures(
            Locale locale,
            String day,
            String dayOfYear,
            String year,
            String quarter,
            String month,
            String date,
            String minute) {
        this.locale = locale;
        this.day = DateTimeFormatter.ofPattern(day, locale);
        this.dayOfYear = DateTimeFormatter.ofPattern(dayOfYear, locale);
        this.year = DateTimeFormatter.ofPattern(year, locale);
        this.quarter = DateTimeFormatter.ofPattern(quarter, locale);
        this.month = DateTimeFormatter.ofPattern(month, locale);
        this.date = DateTimeFormatter.ofPattern(date, locale);
        this.minute = DateTimeFormatter.ofPattern(minute, locale);
    }

    public static Figures in(Locale locale) {
        return "en".equals(Language.code(locale)) ? ENGLISH : CHINESE;
    }

    /** The whole yuan of an amount of fen, grouped: {@code 2,040,650}. */
    public String yuan(long fen) {
        String whole = count(Math.abs(fen / 100));
        return fen < 0 ? "-" + whole : whole;
    }

    /** The rest of the amount, always with two digits: {@code .50}. */
    public String cents(long fen) {
        return ".%02d".formatted(Math.abs(fen % 100));
    }

    /** Both together, for sentences and labels: {@code ¥2,040,650.00}. */
    public String money(long fen) {
        return "¥" + yuan(fen) + cents(fen);
    }

    /** Without ".00" where it says nothing: {@code ¥20}, {@code ¥0.50}. */
    public String shortMoney(long fen) {
        return fen % 100 == 0 ? "¥" + yuan(fen) : money(fen);
    }

    public String count(long number) {
        return NumberFormat.getIntegerInstance(locale).format(number);
    }

    /** Month and day: {@code 5月4日}, {@code 4 May}. */
    public String day(Instant at) {
        return day.format(at.atZone(ProgramClock.CHINA));
    }

    /**
     * Month and day as in {@link #day(Instant)}, with the year unless it is the one that the reader has in mind:
     * {@code 2018年 5月4日}, {@code 4 May 2018}. A narrow column may break it at the space beside the year.
     *
     * @param present an instant of that year; null to always say the year
     */
    public String day(Instant at, @Nullable Instant present) {
        boolean sameYear = present != null && yearOf(at) == yearOf(present);
        return sameYear ? day(at) : dayOfYear.format(at.atZone(ProgramClock.CHINA));
    }

    private static int yearOf(Instant at) {
        return at.atZone(ProgramClock.CHINA).getYear();
    }

    /** Year and month: {@code 2018年5月}, {@code May 2018}. */
    public String month(Instant at) {
        return month.format(at.atZone(ProgramClock.CHINA));
    }

    public String month(LocalDate on) {
        return month.format(on);
    }

    public String date(Instant at) {
        return date.format(at.atZone(ProgramClock.CHINA));
    }

    public String date(LocalDate on) {
        return date.format(on);
    }

    public String dateTime(Instant at) {
        return minute.format(at.atZone(ProgramClock.CHINA));
    }

    /** The quarter that begins in a month: {@code 2018年第1季度}, {@code 1st quarter 2018}. */
    public String quarter(YearMonth first) {
        return quarter.format(first);
    }

    public String year(YearMonth of) {
        return year.format(of);
    }

    public String month(YearMonth of) {
        return month.format(of);
    }

    /** What stands in a sentence: a day or a month in words, anything else as it is. */
    public Object words(Object argument) {
        if (argument instanceof LocalDate on) {
            return date(on);
        }
        if (argument instanceof YearMonth of) {
            return month(of);
        }
        return argument instanceof Instant at ? date(at) : argument;
    }

    /** For {@code <time datetime>}: RFC 3339 in UTC. */
    public String machine(Instant at) {
        return at.toString();
    }
}

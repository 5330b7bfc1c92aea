package org.yici.donations.payment.reconciliation.statement.paper;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yici.platform.outcome.InvalidInput;
import org.yici.platform.sheet.SheetCell;
import org.yici.platform.sheet.SheetRow;
import org.yici.platform.sheet.SheetText;

/** What stands above the heading of a sheet: which account it is, in which currency, from which day to which. */
final class SheetTitles {

    private static final Pattern ACCOUNT = Pattern.compile("(?:账号|帐号|账户|卡号|accountnumber|account)[:|]*([0-9*]{6,40})");
    private static final Pattern CURRENCY = Pattern.compile("(?:币种|币别|currency)[:|]*([\\p{L}0-9]+)");
    private static final Pattern DAY =
            Pattern.compile("(?<!\\d)(\\d{4})[-/.年]?(\\d{2}|\\d(?!\\d))[-/.月]?(\\d{1,2})(?:日|(?!\\d))");

    private @Nullable String account;
    private @Nullable Period period;

    /** From the first day to the last one. */
    record Period(LocalDate from, LocalDate to) {

        boolean covers(Period other) {
            return !other.from.isBefore(from) && !other.to.isAfter(to);
        }
    }

    /** @throws InvalidInput where the account is kept in another currency */
    void row(SheetRow row) {
        String text =
                row.cells().stream().map(SheetCell::text).map(SheetText::plain).collect(Collectors.joining("|"));
        Matcher currency = CURRENCY.matcher(text);
        if (currency.find() && !Yuan.is(currency.group(1))) {
            throw InvalidInput.of("file", "input.statement.currency");
        }
        Matcher number = ACCOUNT.matcher(text);
        if (account == null && number.find()) {
            account = number.group(1);
        }
        if (period == null) {
            period = period(text);
        }
    }

    @Nullable
    String account() {
        return account;
    }

    /** What the sheet says it covers, where that is so: it holds all days of its lines. */
    Optional<Period> covering(Period lines) {
        return Optional.ofNullable(period).filter(stated -> stated.covers(lines));
    }

    /** Two days in one row are a period; one is when it was printed. */
    private static @Nullable Period period(String text) {
        List<LocalDate> days = new ArrayList<>();
        Matcher day = DAY.matcher(text);
        while (day.find()) {
            read(day).ifPresent(days::add);
        }
        return days.size() < 2 || days.get(1).isBefore(days.get(0)) ? null : new Period(days.get(0), days.get(1));
    }

    private static Optional<LocalDate> read(Matcher day) {
        try {
            return Optional.of(LocalDate.of(
                    Integer.parseInt(day.group(1)), Integer.parseInt(day.group(2)), Integer.parseInt(day.group(3))));
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }
}

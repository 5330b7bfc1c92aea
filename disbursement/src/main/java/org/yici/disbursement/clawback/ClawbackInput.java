package org.yici.disbursement.clawback;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.yici.disbursement.Typed;
import org.yici.platform.outcome.FieldErrors;

/** What is typed about demands, read field by field. */
final class ClawbackInput {

    private static final int NOTE_CHARACTERS = 2_000;

    private ClawbackInput() {}

    static void note(FieldErrors errors, @Nullable String typed) {
        Typed.text(errors, typed, "note", NOTE_CHARACTERS);
    }

    /** A day behind today and within a year; today where it is none, with the fault noted. */
    static LocalDate ahead(FieldErrors errors, @Nullable String typed, String field, LocalDate today) {
        LocalDate day = day(typed);
        boolean fits = day != null && day.isAfter(today) && !day.isAfter(today.plusYears(1));
        errors.require(fits, field, "input.clawback.ahead");
        return fits && day != null ? day : today;
    }

    /** A day up to today; today where it is none, with the fault noted. */
    static LocalDate past(FieldErrors errors, @Nullable String typed, String field, LocalDate today) {
        LocalDate day = day(typed);
        boolean fits = day != null && !day.isAfter(today) && day.isAfter(today.minusYears(5));
        errors.require(fits, field, "input.clawback.past");
        return fits && day != null ? day : today;
    }

    static <E extends Enum<E>> @Nullable E word(FieldErrors errors, E[] known, @Nullable String typed, String field) {
        E meant = Arrays.stream(known)
                .filter(value -> value.name().equals(typed))
                .findAny()
                .orElse(null);
        errors.require(meant != null, field, "input.clawback." + field);
        return meant;
    }

    private static @Nullable LocalDate day(@Nullable String typed) {
        try {
            return typed == null ? null : LocalDate.parse(typed.strip());
        } catch (DateTimeParseException noDay) {
            return null;
        }
    }
}

package org.yici.disbursement.followup;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yici.disbursement.Amount;
import org.yici.disbursement.Typed;
import org.yici.disbursement.award.Award;
import org.yici.ledger.AidKind;
import org.yici.ledger.Money;
import org.yici.platform.clock.ProgramClock;
import org.yici.platform.outcome.FieldErrors;
import org.yici.platform.outcome.InvalidInput;

/**
 * What a visitor saw, as it was typed.
 *
 * @param note in words; the only part that is always asked for
 * @param visitedOn such as {@code 2018-05-04}; left out it is today
 * @param outcome a word of {@link VisitOutcome}; without it the visit stays due
 * @param school a word of {@link SchoolResult}, of schooling only
 * @param bill what the treatment has cost, of medical care only
 * @param finished is the treatment over? Of medical care only
 * @param nextVisit when to come again, within two years; left out the plan says it
 */
public record Seen(
        @Nullable String note,
        @Nullable String visitedOn,
        @Nullable String outcome,
        @Nullable String school,
        @Nullable Amount bill,
        @Nullable Boolean finished,
        @Nullable String nextVisit) {

    static final int NOTE_CHARACTERS = 2_000;
    private static final int YEARS_AHEAD = 2;

    /** @throws InvalidInput naming every field that is wrong for a visit about this award */
    Visit read(Award award, String by, Instant at) {
        FieldErrors errors = new FieldErrors();
        Typed.text(errors, note, "note", NOTE_CHARACTERS);
        LocalDate today = LocalDate.ofInstant(at, ProgramClock.CHINA);
        LocalDate on = visitedOn(errors, award, today);
        LocalDate next = nextVisit == null || nextVisit.isBlank() ? null : later(errors, nextVisit, today, "nextVisit");
        Visit.@Nullable Results results = results(errors, award.kind());
        errors.throwIfAny();
        String seen = Objects.requireNonNull(note).strip();
        return new Visit(UUID.randomUUID(), on, by, at, results, false, next, seen);
    }

    /** A day behind today and within two years; today where it is none, with the fault noted. */
    static LocalDate later(FieldErrors errors, @Nullable String typed, LocalDate today, String field) {
        LocalDate day = day(typed);
        boolean fits = day != null && day.isAfter(today) && !day.isAfter(today.plusYears(YEARS_AHEAD));
        errors.require(fits, field, "input.visit.next");
        return fits && day != null ? day : today;
    }

    private LocalDate visitedOn(FieldErrors errors, Award award, LocalDate today) {
        if (Typed.orNull(visitedOn) == null) {
            return today;
        }
        LocalDate day = day(visitedOn);
        LocalDate awarded = LocalDate.ofInstant(award.awardedAt(), ProgramClock.CHINA);
        boolean fits = day != null && !day.isAfter(today) && !day.isBefore(awarded);
        errors.require(fits, "visitedOn", "input.visit.on");
        return fits && day != null ? day : today;
    }

    private Visit.@Nullable Results results(FieldErrors errors, AidKind kind) {
        VisitOutcome found = word(errors, VisitOutcome.values(), outcome, "outcome");
        SchoolResult became = word(errors, SchoolResult.values(), school, "school");
        Money cost = bill == null ? null : Amount.read(bill, "bill", errors);
        errors.require(became == null || kind == AidKind.SCHOOLING, "school", "input.visit.school");
        errors.require(cost == null || kind == AidKind.MEDICAL, "bill", "input.visit.medical");
        errors.require(finished == null || kind == AidKind.MEDICAL, "finished", "input.visit.medical");
        boolean saysMore = became != null || cost != null || finished != null;
        errors.require(found != null || !saysMore, "outcome", "input.visit.outcome");
        return found == null ? null : new Visit.Results(found, became, cost, finished);
    }

    private static <E extends Enum<E>> @Nullable E word(
            FieldErrors errors, E[] known, @Nullable String typed, String field) {
        if (typed == null || typed.isBlank()) {
            return null;
        }
        E meant = Arrays.stream(known)
                .filter(value -> value.name().equals(typed))
                .findAny()
                .orElse(null);
        errors.require(meant != null, field, "input.visit." + field);
        return meant;
    }

    private static @Nullable LocalDate day(@Nullable String typed) {
        try {
            return typed == null ? null : LocalDate.parse(typed.strip());
        } catch (DateTimeParseException noDay) {
            return null;
        }
    }

    @Override
    public String toString() {
        return "what was seen";
    }
}

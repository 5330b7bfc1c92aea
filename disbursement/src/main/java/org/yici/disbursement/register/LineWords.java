package org.yici.disbursement.register;

import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yici.disbursement.desk.Reader;
import org.yici.disbursement.household.sheet.Fate;
import org.yici.disbursement.household.sheet.ListLine;
import org.yici.disbursement.household.sheet.line.PersonLine;
import org.yici.platform.privacy.Masked;
import org.yici.platform.staff.StaffMember;

/** Rows in the reader's words, and as open as the reader's duty asks for: numbers are masked for everybody. */
@Component
final class LineWords {

    private final Words words;

    LineWords(Words words) {
        this.words = words;
    }

    LineView of(ListLine line, StaffMember reader, Locale locale) {
        PersonLine person = line.person();
        return new LineView(
                line.row(),
                words.text(line.fate().messageKey(), locale),
                look(line.fate()),
                person == null ? null : person(person, Reader.mayReadNames(reader), locale),
                line.problems().stream()
                        .map(problem -> new LineView.Problem(
                                words.column(problem.column(), locale),
                                words.shown(problem, locale),
                                words.problem(problem, locale),
                                problem.flaw().isRemark()))
                        .toList(),
                note(line, locale),
                line.registered() == null ? null : ListAddresses.REGISTER + "/" + line.registered());
    }

    private LineView.Person person(PersonLine person, boolean open, Locale locale) {
        return new LineView.Person(
                open ? person.name() : Masked.name(person.name()),
                person.relation(),
                Masked.identityNumber(person.identity()),
                Objects.requireNonNullElse(person.township(), "") + Objects.requireNonNullElse(person.village(), ""),
                person.category() == null ? null : words.text(person.category().messageKey(), locale),
                person.since());
    }

    private @Nullable String note(ListLine line, Locale locale) {
        if (line.why() != null) {
            return words.text("register.why." + line.why(), locale);
        }
        return line.changes().isEmpty()
                ? null
                : words.text(
                        "register.changes",
                        locale,
                        line.changes().stream()
                                .map(column -> words.column(column, locale))
                                .collect(Collectors.joining(words.text("list.comma", locale))));
    }

    private static String look(Fate fate) {
        return switch (fate) {
            case NEW -> "paid";
            case CHANGED -> "open";
            case SAME, PASSED_OVER -> "done";
            case REFUSED, HELD -> "stopped";
        };
    }
}

package org.yici.disbursement.standing;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Names the reason why a list should have said something else about a person: the first thing in which the two differ. */
final class WhyCorrected {

    private final Map<UUID, List<EntitledPerson>> people;

    WhyCorrected(Collection<EntitledPerson> people) {
        this.people = people.stream().collect(Collectors.groupingBy(EntitledPerson::person));
    }

    /** @param was what the list said of a person and month, {@code should} what it should have said: not both are empty */
    CorrectionReason of(List<DuePart> was, List<DuePart> should) {
        if (was.isEmpty()) {
            return CorrectionReason.ENTERED;
        }
        if (should.isEmpty()) {
            return gone(was.get(0).person(), was.get(0).month());
        }
        if (!same(was, should, DuePart::standard)) {
            return CorrectionReason.LEVEL;
        }
        if (!same(was, should, DuePart::version)) {
            return CorrectionReason.STANDARD;
        }
        return same(was, should, DuePart::amount) ? CorrectionReason.PUT_RIGHT : CorrectionReason.INCOME;
    }

    /** Why somebody gets nothing for that month: who is entitled all the same has too much income. */
    CorrectionReason gone(UUID person, YearMonth month) {
        List<EntitledPerson> spells = people.getOrDefault(person, List.of());
        LocalDate day = month.atDay(1);
        boolean died = spells.stream()
                .anyMatch(one -> one.ending() == Ending.DIED && !lastDay(one).isAfter(month.atEndOfMonth()));
        if (died) {
            return CorrectionReason.DIED;
        }
        if (spells.stream().anyMatch(one -> one.isOn(day))) {
            return CorrectionReason.INCOME;
        }
        return spells.stream()
                .filter(one -> lastDay(one).isBefore(day))
                .max(Comparator.comparing(WhyCorrected::lastDay))
                .filter(one -> one.ending() == Ending.LEFT)
                .map(one -> CorrectionReason.LEFT)
                .orElse(CorrectionReason.ENDED);
    }

    private static LocalDate lastDay(EntitledPerson one) {
        return Objects.requireNonNullElse(one.to(), LocalDate.MAX);
    }

    private static <T> boolean same(List<DuePart> was, List<DuePart> should, Function<DuePart, T> what) {
        return count(was, what).equals(count(should, what));
    }

    private static <T> Map<T, Long> count(List<DuePart> parts, Function<DuePart, T> what) {
        return parts.stream().map(what).collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    }
}

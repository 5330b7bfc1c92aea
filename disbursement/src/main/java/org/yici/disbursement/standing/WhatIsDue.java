package org.yici.disbursement.standing;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.yici.disbursement.standard.Per;
import org.yici.disbursement.standard.Recurring;
import org.yici.disbursement.standard.Version;
import org.yici.ledger.Money;

/**
 * Works out a due list, month by month: a person counts for a month when entitled on its first day, and the standard is
 * the one in force on that day. So a standard that changes in the middle of a quarter, or of a month, holds from the next
 * first day on.
 */
public final class WhatIsDue {

    private final Scheme scheme;
    private final List<DuePart> parts = new ArrayList<>();

    private WhatIsDue(Scheme scheme) {
        this.scheme = scheme;
    }

    /** @param people more than are entitled do no harm; whoever stands there twice counts once, as written down last */
    public static DueList of(Scheme scheme, Period period, Collection<EntitledPerson> people) {
        WhatIsDue due = new WhatIsDue(scheme);
        period.months().forEach(month -> due.month(month, people));
        return new DueList(scheme.code(), period, due.parts);
    }

    private void month(YearMonth month, Collection<EntitledPerson> people) {
        LocalDate day = month.atDay(1);
        Collection<EntitledPerson> entitled = once(people, day);
        for (StandingStandard standing : scheme.standards()) {
            standing.standard().on(day).ifPresent(version -> recurring(version)
                    .ifPresent(formula -> month(month, standing, version, formula, entitled)));
        }
    }

    private void month(
            YearMonth month,
            StandingStandard standing,
            Version version,
            Recurring formula,
            Collection<EntitledPerson> entitled) {
        Money amount = formula.inMonth(month.getMonth());
        if (amount.isZero()) {
            return;
        }
        boolean perHousehold = formula.parts().per() == Per.HOUSEHOLD;
        Set<UUID> households = new HashSet<>();
        for (EntitledPerson person : entitled) {
            if (standing.isFor(person) && (!perHousehold || households.add(person.household()))) {
                parts.add(new DuePart(
                        person.person(),
                        person.household(),
                        person.residence(),
                        person.care(),
                        month,
                        version.standard(),
                        version.id(),
                        amount));
            }
        }
    }

    /** What does not recur (a share of a bill) is asked for, and is in no due list. */
    private static Optional<Recurring> recurring(Version version) {
        return version.formula() instanceof Recurring formula ? Optional.of(formula) : Optional.empty();
    }

    private static Collection<EntitledPerson> once(Collection<EntitledPerson> people, LocalDate day) {
        record Who(UUID person, String category) {}
        Map<Who, EntitledPerson> once = new LinkedHashMap<>();
        people.stream()
                .filter(person -> person.isOn(day))
                .forEach(person -> once.merge(
                        new Who(person.person(), person.category()),
                        person,
                        (one, other) -> one.from().isAfter(other.from()) ? one : other));
        return once.values();
    }
}

package org.yici.disbursement.standing;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yici.disbursement.income.CountedIncome;
import org.yici.disbursement.standard.Difference;
import org.yici.disbursement.standard.Per;
import org.yici.disbursement.standard.Recurring;
import org.yici.disbursement.standard.Version;
import org.yici.ledger.Money;

/**
 * Works out a due list, month by month: a person counts for a month when entitled on its first day, and the standard is
 * the one in force on that day. So a standard that changes in the middle of a quarter, or of a month, holds from the next
 * first day on; the same holds for a household's income.
 */
public final class WhatIsDue {

    private final Scheme scheme;
    private final Incomes incomes;
    private final List<DuePart> parts = new ArrayList<>();
    private final Set<Unknown> unknown = new TreeSet<>();
    private final Set<UUID> perHousehold = new TreeSet<>();

    private WhatIsDue(Scheme scheme, Incomes incomes) {
        this.scheme = scheme;
        this.incomes = incomes;
    }

    /** That a household's income for a month is not known: it is in no list, and nothing is taken back from it. */
    record Unknown(YearMonth month, UUID household) implements Comparable<Unknown> {
        @Override
        public int compareTo(Unknown other) {
            return Comparator.comparing(Unknown::month)
                    .thenComparing(Unknown::household)
                    .compare(this, other);
        }
    }

    /**
     * @param unknown where an income is asked for and not known
     * @param perHousehold the versions that are for a household as one
     */
    record Worked(DueList list, Set<Unknown> unknown, Set<UUID> perHousehold) {

        Set<UUID> withoutIncome() {
            return unknown.stream().map(Unknown::household).collect(Collectors.toSet());
        }
    }

    /** @param people more than are entitled do no harm; whoever stands there twice counts once, as written down last */
    public static DueList of(Scheme scheme, Period period, Collection<EntitledPerson> people) {
        return of(scheme, period, people, Incomes.NONE).list();
    }

    static Worked of(Scheme scheme, Period period, Collection<EntitledPerson> people, Incomes incomes) {
        WhatIsDue due = new WhatIsDue(scheme, incomes);
        period.months().forEach(month -> due.month(month, people));
        return new Worked(new DueList(scheme.code(), period, due.parts), due.unknown, due.perHousehold);
    }

    private void month(YearMonth month, Collection<EntitledPerson> people) {
        for (StandingStandard standing : scheme.standards()) {
            standing.standard().on(month.atDay(1)).ifPresent(version -> month(month, standing, version, people));
        }
    }

    /** What does not recur (a share of a bill) is asked for, and is in no due list. */
    private void month(YearMonth month, StandingStandard standing, Version version, Collection<EntitledPerson> people) {
        List<EntitledPerson> entitled =
                once(people, month, version).stream().filter(standing::isFor).toList();
        if (version.formula() instanceof Recurring formula) {
            flat(month, version, formula, entitled);
        } else if (version.formula() instanceof Difference formula) {
            difference(month, version, formula, entitled);
        }
    }

    private void flat(YearMonth month, Version version, Recurring formula, List<EntitledPerson> entitled) {
        Money amount = formula.inMonth(month.getMonth());
        boolean perHousehold = formula.parts().per() == Per.HOUSEHOLD;
        if (perHousehold) {
            this.perHousehold.add(version.id());
        }
        Set<UUID> households = new HashSet<>();
        for (EntitledPerson person : entitled) {
            if (!perHousehold || households.add(person.household())) {
                add(person, month, version, amount, null);
            }
        }
    }

    private void difference(YearMonth month, Version version, Difference formula, List<EntitledPerson> entitled) {
        Map<UUID, List<EntitledPerson>> homes = entitled.stream()
                .sorted(Comparator.comparing(person -> person.person().toString()))
                .collect(Collectors.groupingBy(EntitledPerson::household, LinkedHashMap::new, Collectors.toList()));
        LocalDate day = month.atDay(1);
        homes.forEach((household, heads) -> incomes.on(day, household)
                .ifPresentOrElse(
                        income -> difference(month, version, formula, heads, income),
                        () -> unknown.add(new Unknown(month, household))));
    }

    private void difference(
            YearMonth month, Version version, Difference formula, List<EntitledPerson> heads, CountedIncome income) {
        Money sum = formula.ofHousehold(month.getMonth(), income.perHead(), heads.size());
        List<Money> shares = Difference.shares(sum, heads.size());
        for (int head = 0; head < heads.size(); head++) {
            add(heads.get(head), month, version, shares.get(head), income.id());
        }
    }

    private void add(EntitledPerson person, YearMonth month, Version version, Money amount, @Nullable UUID income) {
        if (!amount.isZero()) {
            parts.add(new DuePart(
                    person.person(),
                    person.household(),
                    person.residence(),
                    person.care(),
                    month,
                    version.standard(),
                    version.id(),
                    amount,
                    income));
        }
    }

    private static Collection<EntitledPerson> once(
            Collection<EntitledPerson> people, YearMonth month, Version version) {
        record Who(UUID person, String category) {}
        Map<Who, EntitledPerson> once = new LinkedHashMap<>();
        people.stream()
                .filter(person -> person.counts(month, version.onDeath()))
                .forEach(person -> once.merge(
                        new Who(person.person(), person.category()),
                        person,
                        (one, other) -> one.from().isAfter(other.from()) ? one : other));
        return once.values();
    }
}

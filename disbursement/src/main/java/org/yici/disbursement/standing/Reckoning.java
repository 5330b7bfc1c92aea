package org.yici.disbursement.standing;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yici.disbursement.standing.WhatIsDue.Unknown;
import org.yici.disbursement.standing.WhatIsDue.Worked;
import org.yici.ledger.Money;

/**
 * Compares an earlier list with what it would say by what is known now, month by month and person by person. Where an income
 * is not known, nothing is put right: a figure that is missing is no figure of nothing.
 */
final class Reckoning {

    private final Earlier list;
    private final Set<Unknown> unknown;
    private final WhyCorrected why;

    private Reckoning(Earlier list, Set<Unknown> unknown, WhyCorrected why) {
        this.list = list;
        this.unknown = unknown;
        this.why = why;
    }

    private record Who(String person, YearMonth month) implements Comparable<Who> {
        @Override
        public int compareTo(Who other) {
            return Comparator.comparing(Who::month).thenComparing(Who::person).compare(this, other);
        }

        static Who of(DuePart part) {
            return new Who(part.person().toString(), part.month());
        }
    }

    /** What is to be put right about that list, as a whole: nobody has looked yet whether all of it can be set off. */
    static List<Correction> of(Earlier list, Worked now, Collection<EntitledPerson> people) {
        Reckoning reckoning = new Reckoning(list, now.unknown(), new WhyCorrected(people));
        Map<Who, List<DuePart>> was = byPerson(without(list.parts(), now.list().parts(), now.perHousehold()));
        Map<Who, List<DuePart>> should = byPerson(without(now.list().parts(), list.parts(), now.perHousehold()));
        Map<Who, List<Correction>> settled = list.settled().stream()
                .collect(Collectors.groupingBy(
                        one -> new Who(one.person().toString(), one.month()), TreeMap::new, Collectors.toList()));
        List<Correction> open = new ArrayList<>();
        Stream.of(was.keySet(), should.keySet(), settled.keySet())
                .flatMap(Set::stream)
                .distinct()
                .sorted()
                .forEach(who -> reckoning
                        .about(
                                was.getOrDefault(who, List.of()),
                                should.getOrDefault(who, List.of()),
                                settled.getOrDefault(who, List.of()))
                        .forEach(open::add));
        return open;
    }

    /** What is for a household as one is paid to whoever stands for it: that it is somebody else now is no other sum. */
    private static List<DuePart> without(List<DuePart> parts, List<DuePart> others, Set<UUID> perHousehold) {
        record Home(UUID household, YearMonth month, UUID version, Money amount) {
            static Home of(DuePart part) {
                return new Home(part.household(), part.month(), part.version(), part.amount());
            }
        }
        Set<Home> same = others.stream()
                .filter(part -> perHousehold.contains(part.version()))
                .map(Home::of)
                .collect(Collectors.toSet());
        return parts.stream().filter(part -> !same.contains(Home.of(part))).toList();
    }

    private static Map<Who, List<DuePart>> byPerson(List<DuePart> parts) {
        return parts.stream().collect(Collectors.groupingBy(Who::of, TreeMap::new, Collectors.toList()));
    }

    private Stream<Correction> about(List<DuePart> was, List<DuePart> should, List<Correction> settled) {
        Money soFar = sum(was, DuePart::amount).plus(sum(settled, Correction::amount));
        Money now = sum(should, DuePart::amount);
        if (soFar.equals(now)) {
            return Stream.empty();
        }
        Stand stand = should.isEmpty()
                ? was.isEmpty() ? Stand.of(settled.get(0)) : Stand.of(was.get(0))
                : Stand.of(should.get(0));
        boolean known = Stream.concat(Stream.of(stand.household()), was.stream().map(DuePart::household))
                .noneMatch(household -> unknown.contains(new Unknown(stand.month(), household)));
        if (!known) {
            return Stream.empty();
        }
        CorrectionReason reason =
                was.isEmpty() && should.isEmpty() ? why.gone(stand.person(), stand.month()) : why.of(was, should);
        return Stream.of(new Correction(
                list.id(),
                list.period().word(),
                stand.person(),
                stand.household(),
                stand.residence(),
                stand.care(),
                stand.month(),
                settled.size() + 1,
                reason,
                soFar,
                now,
                now.minus(soFar)));
    }

    /** How a person stood in that month, by whatever says so. */
    private record Stand(
            UUID person,
            UUID household,
            Residence residence,
            @Nullable String care,
            YearMonth month) {

        static Stand of(DuePart part) {
            return new Stand(part.person(), part.household(), part.residence(), part.care(), part.month());
        }

        static Stand of(Correction one) {
            return new Stand(one.person(), one.household(), one.residence(), one.care(), one.month());
        }
    }

    private static <T> Money sum(List<T> some, Function<T, Money> amount) {
        return some.stream().map(amount).reduce(Money.ZERO, Money::plus);
    }

    /** What of it is paid or set off in a list, and what is left. */
    record SetOff(List<Correction> settled, List<Correction> left) {}

    /**
     * Arrears are paid; what was paid too much is set off against what the same person gets in this list, oldest first, and
     * never below nothing. The rest is left.
     */
    static SetOff setOff(List<DuePart> parts, List<Correction> open) {
        Map<UUID, Money> gets = new TreeMap<>();
        parts.forEach(part -> gets.merge(part.person(), part.amount(), Money::plus));
        open.stream()
                .filter(one -> one.amount().isPositive())
                .forEach(one -> gets.merge(one.person(), one.amount(), Money::plus));
        List<Correction> settled = new ArrayList<>();
        List<Correction> left = new ArrayList<>();
        for (Correction one : open) {
            if (one.amount().isPositive()) {
                settled.add(one);
                continue;
            }
            Money there = gets.getOrDefault(one.person(), Money.ZERO);
            Money back = one.amount().negated();
            Money taken = there.compareTo(back) < 0 ? there : back;
            gets.put(one.person(), there.minus(taken));
            if (taken.isPositive()) {
                settled.add(one.of(taken.negated()));
            }
            if (taken.compareTo(back) < 0) {
                left.add(one.of(taken.minus(back)));
            }
        }
        return new SetOff(settled, left);
    }
}

package org.yici.disbursement.standing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.yici.disbursement.household.HouseholdId;
import org.yici.disbursement.income.CountedIncome;
import org.yici.disbursement.standard.Difference;
import org.yici.disbursement.standard.Formula;
import org.yici.disbursement.standard.Limits;
import org.yici.disbursement.standard.OnDeath;
import org.yici.disbursement.standard.Per;
import org.yici.disbursement.standard.PerMonth;
import org.yici.disbursement.standard.Rounding;
import org.yici.disbursement.standard.Standard;
import org.yici.disbursement.standard.Version;
import org.yici.disbursement.standard.YearInMonths;
import org.yici.ledger.Money;
import org.yici.ledger.SchemeCode;

@DisplayName("What a list puts right about the lists before it")
class ReckoningTest {

    private static final LocalDate LONG_AGO = LocalDate.of(2016, 1, 1);
    private static final UUID HOME = new UUID(7, 7);
    private static final UUID FIRST_LIST = new UUID(1, 1);

    private static Money fen(long fen) {
        return Money.ofFen(fen);
    }

    private static Period month(int month) {
        return new Period(Frequency.MONTH, YearMonth.of(2018, month));
    }

    private static Version version(String standard, LocalDate from, Formula formula, OnDeath onDeath) {
        return new Version(
                UUID.nameUUIDFromBytes((standard + from).getBytes(StandardCharsets.UTF_8)),
                standard,
                from,
                null,
                formula,
                Limits.NONE,
                List.of(),
                List.of(),
                List.of(),
                "",
                Version.State.APPROVED,
                "admin",
                Instant.EPOCH,
                "approver",
                onDeath,
                Instant.EPOCH);
    }

    private static Scheme scheme(Version... versions) {
        List<StandingStandard> standards = List.of(
                new StandingStandard(standard("self", versions), "TEKUN", null, "SELF_RELIANT"),
                new StandingStandard(standard("unable", versions), "TEKUN", null, "UNABLE"));
        return new Scheme(SchemeCode.of("tekun"), Frequency.MONTH, standards);
    }

    private static Standard standard(String code, Version... versions) {
        return new Standard(
                code,
                Standard.Sort.STANDING,
                List.of(versions).stream()
                        .filter(version -> version.standard().equals(code))
                        .toList());
    }

    private static Version flat(String standard, long fen) {
        return version(standard, LONG_AGO, new PerMonth(fen(fen), Per.PERSON), OnDeath.MONTH_AFTER);
    }

    private static final Scheme PLAIN = scheme(flat("self", 10_000), flat("unable", 30_000));

    private static EntitledPerson person(int number, String care, LocalDate from, LocalDate to, Ending ending) {
        return new EntitledPerson(new UUID(0, number), HOME, "TEKUN", care, Residence.RURAL, from, to, ending);
    }

    private static EntitledPerson person(int number) {
        return person(number, "SELF_RELIANT", LONG_AGO, null, Ending.ENDED);
    }

    private static Earlier fixed(int month, Scheme scheme, Incomes incomes, EntitledPerson... people) {
        DueList list =
                WhatIsDue.of(scheme, month(month), List.of(people), incomes).list();
        return new Earlier(new UUID(1, month), month(month), list.parts(), List.of());
    }

    private static DueList next(Scheme scheme, int month, List<EntitledPerson> people, Earlier... earlier) {
        return NextList.of(scheme, month(month), people, Incomes.NONE, List.of(earlier));
    }

    @Test
    @DisplayName("Who died in January gets January; February is taken back, and is for a person to decide")
    void death() {
        Earlier february = fixed(2, PLAIN, Incomes.NONE, person(1), person(2));
        List<EntitledPerson> now =
                List.of(person(1), person(2, "SELF_RELIANT", LONG_AGO, LocalDate.of(2018, 1, 14), Ending.DIED));
        DueList march = next(PLAIN, 3, now, february);
        assertThat(march.total()).isEqualTo(fen(10_000));
        assertThat(march.corrections()).isEmpty();
        assertThat(march.toClaim()).hasSize(1);
        CorrectionLine line = march.toClaim().get(0);
        assertThat(line.amount()).isEqualTo(fen(-10_000));
        assertThat(line.period()).isEqualTo("2018-02");
        assertThat(line.reasons()).containsExactly(CorrectionReason.DIED);
        assertThat(march.carriedOver()).isEqualTo(Money.ZERO);
    }

    @Test
    @DisplayName("Whether the month of a death is paid is part of the standard")
    void monthOfDeath() {
        List<EntitledPerson> dead =
                List.of(person(1, "SELF_RELIANT", LONG_AGO, LocalDate.of(2018, 2, 14), Ending.DIED));
        assertThat(next(PLAIN, 2, dead).total()).isEqualTo(fen(10_000));
        assertThat(next(PLAIN, 3, dead).total()).isEqualTo(Money.ZERO);
        Scheme strict = scheme(version("self", LONG_AGO, new PerMonth(fen(10_000), Per.PERSON), OnDeath.SAME_MONTH));
        assertThat(next(strict, 1, dead).total()).isEqualTo(fen(10_000));
        assertThat(next(strict, 2, dead).total()).isEqualTo(Money.ZERO);
        List<EntitledPerson> moved =
                List.of(person(1, "SELF_RELIANT", LONG_AGO, LocalDate.of(2018, 2, 14), Ending.LEFT));
        assertThat(next(strict, 2, moved).total()).isEqualTo(fen(10_000));
    }

    @Test
    @DisplayName("Who came late, and whose level rose, is paid the rest in a line of its own, with its reckoning")
    void arrears() {
        Earlier january = fixed(1, PLAIN, Incomes.NONE, person(1));
        Earlier february = fixed(2, PLAIN, Incomes.NONE, person(1));
        List<EntitledPerson> now = List.of(
                person(1, "SELF_RELIANT", LONG_AGO, LocalDate.of(2018, 1, 15), Ending.ENDED),
                person(1, "UNABLE", LocalDate.of(2018, 1, 16), null, Ending.ENDED),
                person(2, "SELF_RELIANT", LocalDate.of(2017, 12, 20), null, Ending.ENDED));
        DueList march = next(PLAIN, 3, now, january, february);
        assertThat(march.regular()).isEqualTo(fen(40_000));
        assertThat(march.total()).isEqualTo(fen(40_000 + 20_000 + 2 * 10_000));
        assertThat(march.correctionLines())
                .extracting(
                        CorrectionLine::person, CorrectionLine::period, CorrectionLine::amount, line -> line.reasons()
                                .get(0))
                .containsExactlyInAnyOrder(
                        tuple(new UUID(0, 2), "2018-01", fen(10_000), CorrectionReason.ENTERED),
                        tuple(new UUID(0, 2), "2018-02", fen(10_000), CorrectionReason.ENTERED),
                        tuple(new UUID(0, 1), "2018-02", fen(20_000), CorrectionReason.LEVEL));
        Correction level = march.corrections().stream()
                .filter(one -> one.reason() == CorrectionReason.LEVEL)
                .findAny()
                .orElseThrow();
        assertThat(level.was()).isEqualTo(fen(10_000));
        assertThat(level.should()).isEqualTo(fen(30_000));
    }

    @Test
    @DisplayName(
            "A standard raised for days gone by is paid as arrears; one that falls is set off, never below nothing")
    void standards() {
        Earlier january = fixed(1, PLAIN, Incomes.NONE, person(1));
        Scheme raised = scheme(
                flat("self", 10_000),
                version("self", LocalDate.of(2018, 1, 1), new PerMonth(fen(12_345), Per.PERSON), OnDeath.MONTH_AFTER));
        DueList february = next(raised, 2, List.of(person(1)), january);
        assertThat(february.total()).isEqualTo(fen(12_345 + 2_345));
        assertThat(february.corrections().get(0).reason()).isEqualTo(CorrectionReason.STANDARD);
        Scheme cut = scheme(
                flat("self", 10_000),
                version("self", LocalDate.of(2018, 1, 1), new PerMonth(fen(3_000), Per.PERSON), OnDeath.MONTH_AFTER));
        DueList less = next(cut, 2, List.of(person(1)), january);
        assertThat(less.total()).isEqualTo(Money.ZERO);
        assertThat(less.toClaim()).isEmpty();
        assertThat(less.carriedOver()).isEqualTo(fen(4_000));
    }

    @Test
    @DisplayName("Arrears that were paid for a mistake are taken back, though no list ever had the person")
    void arrearsForAMistake() {
        EntitledPerson mistaken = person(2, "SELF_RELIANT", LocalDate.of(2017, 12, 1), null, Ending.ENDED);
        Earlier january = fixed(1, PLAIN, Incomes.NONE, person(1));
        DueList february = next(PLAIN, 2, List.of(person(1), mistaken), january);
        Earlier settled = new Earlier(january.id(), january.period(), january.parts(), february.corrections());
        DueList march = next(PLAIN, 3, List.of(person(1)), settled);
        assertThat(march.toClaim()).hasSize(1);
        assertThat(march.toClaim().get(0).amount()).isEqualTo(fen(-10_000));
        assertThat(march.toClaim().get(0).first().number()).isEqualTo(2);
    }

    @Test
    @DisplayName("What is for the household as one is not paid again when somebody else stands for it")
    void forTheHousehold() {
        Scheme scheme =
                scheme(version("self", LONG_AGO, new PerMonth(fen(50_000), Per.HOUSEHOLD), OnDeath.MONTH_AFTER));
        Earlier january = fixed(1, scheme, Incomes.NONE, person(1), person(2));
        List<EntitledPerson> now =
                List.of(person(1, "SELF_RELIANT", LONG_AGO, LocalDate.of(2017, 12, 3), Ending.DIED), person(2));
        DueList february = next(scheme, 2, now, january);
        assertThat(february.total()).isEqualTo(fen(50_000));
        assertThat(february.left()).isEmpty();
    }

    @Test
    @DisplayName("An income that nobody has confirmed takes nothing back")
    void unknownIncome() {
        Earlier january = fixed(1, PLAIN, Incomes.NONE, person(1));
        Scheme difference = scheme(version(
                "self",
                LONG_AGO,
                new Difference(new PerMonth(fen(20_000), Per.PERSON), Money.ZERO, Rounding.FEN),
                OnDeath.MONTH_AFTER));
        DueList february = next(difference, 2, List.of(person(1)), january);
        assertThat(february.corrections()).isEmpty();
        assertThat(february.left()).isEmpty();
        assertThat(february.withoutIncome()).containsExactly(HOME);
    }

    @Test
    @DisplayName("A list uses the income of its day, and an income told later is put right in the next")
    void incomeOfItsDay() {
        Scheme difference = scheme(version(
                "self",
                LONG_AGO,
                new Difference(new PerMonth(fen(20_000), Per.PERSON), Money.ZERO, Rounding.YUAN),
                OnDeath.MONTH_AFTER));
        Incomes then = Incomes.of(List.of(income(LocalDate.of(2018, 1, 1), 10_001, 2)));
        List<EntitledPerson> couple = List.of(person(1), person(2));
        DueList january = NextList.of(difference, month(1), couple, then, List.of());
        assertThat(january.total()).isEqualTo(fen(30_000));
        Incomes later = Incomes.of(
                List.of(income(LocalDate.of(2018, 2, 2), 0, 2), income(LocalDate.of(2018, 1, 1), 20_000, 2)));
        Earlier fixed = new Earlier(FIRST_LIST, month(1), january.parts(), List.of());
        DueList february = NextList.of(difference, month(2), couple, later, List.of(fixed));
        assertThat(february.regular()).isEqualTo(fen(20_000));
        assertThat(february.total()).isEqualTo(fen(20_000 - 10_000));
        assertThat(february.corrections()).allMatch(one -> one.reason() == CorrectionReason.INCOME);
        DueList march = NextList.of(difference, month(3), couple, later, List.of());
        assertThat(march.total()).isEqualTo(fen(40_000));
    }

    @Test
    @DisplayName("Who fell out for want of income is said to, also once the list is fixed and the income confirmed")
    void withoutIncomeOnceFixed() {
        Scheme flat = scheme(flat("self", 10_000));
        Scheme difference = scheme(version(
                "self",
                LONG_AGO,
                new Difference(new PerMonth(fen(20_000), Per.PERSON), Money.ZERO, Rounding.FEN),
                OnDeath.MONTH_AFTER));
        List<EntitledPerson> one = List.of(person(1));
        DueList january = WhatIsDue.of(flat, month(1), one);
        Incomes late = Incomes.of(List.of(income(LocalDate.of(2018, 1, 1), 0, 1)));
        Incomes then = late.by(Instant.EPOCH.minusSeconds(1));
        DueList february = WhatIsDue.of(difference, month(2), one, then).list();
        Changes changes = Changes.of(
                january,
                february,
                new WhyCorrected(one),
                WhatIsDue.of(difference, month(2), one, then).withoutIncome());
        assertThat(changes.gone()).extracting(Changes.Changed::reason).containsExactly(CorrectionReason.NO_INCOME);
        assertThat(late.by(Instant.EPOCH).on(LocalDate.of(2018, 2, 1), HOME)).isPresent();
    }

    @Test
    @DisplayName("That December takes the rest of a year is no change of income; that one head less shares it is")
    void decembersRest() {
        Scheme difference = scheme(version(
                "self",
                LONG_AGO,
                new Difference(new YearInMonths(fen(400_000), Per.PERSON), Money.ZERO, Rounding.FEN),
                OnDeath.MONTH_AFTER));
        Incomes known = Incomes.of(List.of(income(LocalDate.of(2018, 1, 1), 3_333, 1)));
        DueList november =
                WhatIsDue.of(difference, month(11), List.of(person(1)), known).list();
        DueList december =
                WhatIsDue.of(difference, month(12), List.of(person(1)), known).list();
        assertThat(reasons(november, december)).containsOnlyNulls();
        DueList couple = WhatIsDue.of(difference, month(11), List.of(person(1), person(2)), known)
                .list();
        assertThat(reasons(couple, december)).containsExactly(CorrectionReason.INCOME);
    }

    private static List<CorrectionReason> reasons(DueList last, DueList now) {
        return Changes.of(last, now, new WhyCorrected(List.of(person(1), person(2))), Set.of()).others().stream()
                .map(Changes.Changed::reason)
                .toList();
    }

    private static CountedIncome income(LocalDate since, long monthly, int heads) {
        return new CountedIncome(
                UUID.randomUUID(),
                new HouseholdId(HOME),
                since,
                fen(monthly),
                heads,
                "入户核对",
                CountedIncome.State.CONFIRMED,
                "intake",
                Instant.EPOCH,
                "reviewer",
                Instant.EPOCH);
    }

    /** Lives that are told anew each month, as a register tells them. */
    @Property(tries = 200)
    void all_lists_together_come_to_what_should_have_been_paid_and_no_line_is_below_nothing(
            @ForAll @IntRange int seed) {
        Random dice = new Random(seed);
        List<Earlier> fixed = new ArrayList<>();
        List<EntitledPerson> people = List.of();
        DueList last = null;
        for (int month = 1; month <= 6; month++) {
            people = lives(dice);
            last = NextList.of(PLAIN, month(month), people, Incomes.NONE, fixed);
            assertThat(last.lines()).allMatch(line -> !line.total().isNegative());
            assertThat(last.lines().stream().map(DueLine::total).reduce(Money.ZERO, Money::plus))
                    .isEqualTo(last.total());
            fixed = settled(fixed, last);
            fixed.add(new Earlier(new UUID(1, month), month(month), last.parts(), List.of()));
        }
        Map<UUID, Long> should = new HashMap<>();
        for (int month = 1; month <= 6; month++) {
            WhatIsDue.of(PLAIN, month(month), people)
                    .parts()
                    .forEach(part -> should.merge(part.person(), part.amount().fen(), Long::sum));
        }
        Map<UUID, Long> paid = new HashMap<>();
        fixed.forEach(list -> {
            list.parts().forEach(part -> paid.merge(part.person(), part.amount().fen(), Long::sum));
            list.settled().forEach(one -> paid.merge(one.person(), one.amount().fen(), Long::sum));
        });
        last.left().forEach(one -> paid.merge(one.person(), one.amount().fen(), Long::sum));
        paid.values().removeIf(fen -> fen == 0);
        assertThat(paid).isEqualTo(should);
    }

    private static List<Earlier> settled(List<Earlier> fixed, DueList list) {
        List<Earlier> now = new ArrayList<>();
        for (Earlier one : fixed) {
            List<Correction> all = new ArrayList<>(one.settled());
            list.corrections().stream()
                    .filter(correction -> correction.corrected().equals(one.id()))
                    .forEach(all::add);
            now.add(new Earlier(one.id(), one.period(), one.parts(), all));
        }
        return now;
    }

    private static List<EntitledPerson> lives(Random dice) {
        List<EntitledPerson> people = new ArrayList<>();
        for (int number = 1; number <= 4; number++) {
            LocalDate from = LocalDate.of(2017, 12, 1).plusDays(dice.nextInt(120));
            LocalDate to = dice.nextInt(3) == 0 ? null : from.plusDays(dice.nextInt(150));
            Ending ending = Ending.values()[dice.nextInt(3)];
            people.add(person(number, dice.nextBoolean() ? "UNABLE" : "SELF_RELIANT", from, to, ending));
        }
        return people;
    }
}

package org.yici.disbursement.standing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yici.disbursement.standing.Residence.RURAL;
import static org.yici.disbursement.standing.Residence.URBAN;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.yici.disbursement.County;
import org.yici.disbursement.standard.Formula;
import org.yici.disbursement.standard.Limits;
import org.yici.disbursement.standard.Per;
import org.yici.disbursement.standard.PerMonth;
import org.yici.disbursement.standard.Standard;
import org.yici.disbursement.standard.Version;
import org.yici.disbursement.standard.YearInMonths;
import org.yici.ledger.Money;

/** What the county's own standards, as they stand in the database, make of its people: to the fen. */
class DueListTest {

    private static final County county = County.shared();

    private static Scheme scheme(String code) {
        return county.bean(Schemes.class).find(code).block();
    }

    private static Period period(Scheme scheme, String word) {
        return Period.of(scheme.every(), word).orElseThrow();
    }

    private static DueList due(String scheme, String period, List<EntitledPerson> people) {
        Scheme known = scheme(scheme);
        return WhatIsDue.of(known, period(known, period), people);
    }

    private static Money fen(long fen) {
        return Money.ofFen(fen);
    }

    @Test
    void a_quarter_of_980_people_in_911_households_is_exactly_what_the_standards_give() {
        List<EntitledPerson> people = InventedPeople.tekun(2018);
        long urban = people.stream().filter(one -> one.residence() == URBAN).count();
        long partly = people.stream().filter(one -> "PARTLY".equals(one.care())).count();
        long unable = people.stream().filter(one -> "UNABLE".equals(one.care())).count();
        assertThat(List.of(urban, partly, unable)).allMatch(some -> some > 50);
        long aYear = urban * 756_000
                + (980 - urban) * 666_000
                + (980 - partly - unable) * 180_000
                + partly * 540_000
                + unable * 1_080_000;

        DueList list = due("tekun", "2018Q1", people);
        assertThat(list.people()).isEqualTo(980);
        assertThat(list.households()).isEqualTo(911);
        assertThat(list.total()).isEqualTo(fen(aYear / 4));
        assertThat(aYear % 4).isZero();
        assertThat(list.lines()).hasSize(980);
        list.lines().forEach(line -> assertThat(line.total().fen())
                .isEqualTo((line.residence() == URBAN ? 189_000 : 166_500) + careOfAQuarter(line.care())));
        assertThat(list.sums().stream().map(DueSum::total).reduce(Money.ZERO, Money::plus))
                .isEqualTo(list.total());
        assertThat(list.sums()).hasSize(15);
    }

    private static long careOfAQuarter(String care) {
        return switch (care) {
            case "SELF_RELIANT" -> 45_000;
            case "PARTLY" -> 135_000;
            default -> 270_000;
        };
    }

    @Test
    void rural_minimum_allowance_comes_to_the_year_and_december_takes_the_rest() {
        List<EntitledPerson> one = List.of(InventedPeople.dibao(RURAL));
        List<Money> months = new ArrayList<>();
        for (int month = 1; month <= 12; month++) {
            months.add(due("dibao", YearMonth.of(2018, month).toString(), one).total());
        }
        assertThat(months.subList(0, 11)).containsOnly(fen(33_333));
        assertThat(months.get(11)).isEqualTo(fen(33_337));
        assertThat(months.stream().reduce(Money.ZERO, Money::plus)).isEqualTo(fen(400_000));
    }

    @Test
    void the_standard_of_january_2018_begins_in_january_2018() {
        List<EntitledPerson> both = List.of(InventedPeople.dibao(URBAN), InventedPeople.dibao(RURAL));
        assertThat(due("dibao", "2017-12", both).total()).isEqualTo(fen(34_500 + 26_424));
        assertThat(due("dibao", "2018-01", both).total()).isEqualTo(fen(45_000 + 33_333));
    }

    @Test
    void a_standard_that_changes_in_mid_quarter_is_taken_month_by_month() {
        Scheme before = scheme("tekun");
        Scheme raised = before.with(
                version("tekun-living-rural", LocalDate.of(2018, 2, 1), new YearInMonths(fen(700_000), Per.PERSON)));
        Scheme inTheMonth = before.with(
                version("tekun-living-rural", LocalDate.of(2018, 2, 2), new YearInMonths(fen(700_000), Per.PERSON)));
        EntitledPerson one = new EntitledPerson(
                UUID.randomUUID(), UUID.randomUUID(), "TEKUN", "UNABLE", RURAL, InventedPeople.LONG_AGO, null);
        Period quarter = period(before, "2018Q1");
        assertThat(WhatIsDue.of(raised, quarter, List.of(one)).total())
                .isEqualTo(fen(55_500 + 2 * 58_333 + 3 * 90_000));
        assertThat(WhatIsDue.of(inTheMonth, quarter, List.of(one)).total())
                .isEqualTo(fen(2 * 55_500 + 58_333 + 3 * 90_000));
    }

    @Test
    void a_person_counts_for_the_months_on_whose_first_day_they_are_entitled() {
        UUID person = UUID.randomUUID();
        UUID home = UUID.randomUUID();
        List<EntitledPerson> life = List.of(
                new EntitledPerson(
                        person,
                        home,
                        "TEKUN",
                        "SELF_RELIANT",
                        RURAL,
                        InventedPeople.LONG_AGO,
                        LocalDate.of(2018, 2, 14)),
                new EntitledPerson(
                        person, home, "TEKUN", "UNABLE", RURAL, LocalDate.of(2018, 2, 15), LocalDate.of(2018, 5, 1)));
        assertThat(due("tekun", "2018Q1", life).total()).isEqualTo(fen(3 * 55_500 + 2 * 15_000 + 90_000));
        assertThat(due("tekun", "2018Q2", life).total()).isEqualTo(fen(2 * (55_500 + 90_000)));
        assertThat(due("tekun", "2018Q3", life).total()).isEqualTo(Money.ZERO);
    }

    @Test
    void who_stands_on_the_register_twice_is_paid_once() {
        EntitledPerson one = InventedPeople.dibao(URBAN);
        EntitledPerson moved =
                new EntitledPerson(one.person(), one.household(), "DIBAO", null, RURAL, LocalDate.of(2017, 6, 1), null);
        assertThat(due("dibao", "2018-03", List.of(moved, one)).total()).isEqualTo(fen(33_333));
        assertThat(due("dibao", "2018-03", List.of(one, moved)).total()).isEqualTo(fen(33_333));
    }

    @Test
    void the_class_of_a_veteran_tells_the_allowance_and_a_bill_is_in_no_list() {
        List<EntitledPerson> people = new ArrayList<>();
        for (String care : new String[] {"TOWNSHIP_VETERAN", "OTHER"}) {
            people.add(new EntitledPerson(
                    UUID.randomUUID(), UUID.randomUUID(), "YOUFU", care, RURAL, InventedPeople.LONG_AGO, null));
        }
        assertThat(due("youfu", "2018", people).total()).isEqualTo(fen(100_000 + 80_000));
        assertThat(due("youfu", "2017", people).total()).isEqualTo(fen(80_000 + 60_000));
    }

    @Test
    void what_is_for_the_household_is_paid_to_it_once() {
        Scheme scheme = scheme("dibao")
                .with(version("dibao-urban", LocalDate.of(2018, 2, 1), new PerMonth(fen(60_000), Per.HOUSEHOLD)));
        UUID home = UUID.randomUUID();
        List<EntitledPerson> couple = List.of(
                new EntitledPerson(UUID.randomUUID(), home, "DIBAO", null, URBAN, InventedPeople.LONG_AGO, null),
                new EntitledPerson(UUID.randomUUID(), home, "DIBAO", null, URBAN, InventedPeople.LONG_AGO, null));
        assertThat(WhatIsDue.of(scheme, period(scheme, "2018-02"), couple).total())
                .isEqualTo(fen(60_000));
    }

    @Property(tries = 30)
    void the_order_of_the_register_makes_no_difference_and_four_quarters_are_the_year(@ForAll @IntRange int seed) {
        List<EntitledPerson> people = InventedPeople.tekun(seed);
        List<EntitledPerson> shuffled = new ArrayList<>(people);
        Collections.shuffle(shuffled, new Random(seed));
        Money year = Money.ZERO;
        for (String quarter : new String[] {"2018Q1", "2018Q2", "2018Q3", "2018Q4"}) {
            DueList list = due("tekun", quarter, people);
            assertThat(due("tekun", quarter, shuffled).total()).isEqualTo(list.total());
            year = year.plus(list.total());
        }
        long aYear = people.stream()
                .mapToLong(one -> (one.residence() == URBAN ? 756_000 : 666_000) + 4 * careOfAQuarter(one.care()))
                .sum();
        assertThat(year).isEqualTo(fen(aYear));
    }

    private static Version version(String standard, LocalDate from, Formula formula) {
        return new Version(
                UUID.randomUUID(),
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
                "approver");
    }

    @Test
    void a_standard_of_a_scheme_is_a_standing_one() {
        assertThat(scheme("tekun").standards()).allMatch(one -> one.standard().sort() == Standard.Sort.STANDING);
    }

    @Test
    void a_period_is_known_by_its_word() {
        assertThat(Period.of(Frequency.QUARTER, "2018Q3").orElseThrow().months())
                .containsExactly(YearMonth.of(2018, 7), YearMonth.of(2018, 8), YearMonth.of(2018, 9));
        for (String word : new String[] {"2018Q1", "2018Q4"}) {
            assertThat(Period.of(Frequency.QUARTER, word).orElseThrow().word()).isEqualTo(word);
        }
        assertThat(Period.of(Frequency.MONTH, "2018-13")).isEmpty();
        assertThat(Period.of(Frequency.MONTH, "2018Q1")).isEmpty();
        assertThat(Period.containing(Frequency.YEAR, LocalDate.of(2018, 8, 9)).word())
                .isEqualTo("2018");
    }
}

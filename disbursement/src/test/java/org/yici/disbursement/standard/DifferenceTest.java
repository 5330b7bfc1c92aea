package org.yici.disbursement.standard;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Month;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.yici.ledger.Money;

@DisplayName("The difference between a standard and a household's income")
class DifferenceTest {

    private static Money fen(long fen) {
        return Money.ofFen(fen);
    }

    private static Difference monthly(long standard, long least, Rounding rounding) {
        return new Difference(new PerMonth(fen(standard), Per.PERSON), fen(least), rounding);
    }

    @Test
    @DisplayName("Two people with ¥120.50 a head are made up to ¥450 each, and the household's sum is rounded up")
    void anExample() {
        assertThat(monthly(45_000, 0, Rounding.FEN).ofHousehold(Month.MARCH, fen(12_050), 2))
                .isEqualTo(fen(65_900));
        assertThat(monthly(45_000, 0, Rounding.YUAN).ofHousehold(Month.MARCH, fen(12_051), 3))
                .isEqualTo(fen(98_900));
        assertThat(monthly(45_000, 0, Rounding.JIAO).ofHousehold(Month.MARCH, fen(12_051), 3))
                .isEqualTo(fen(98_850));
    }

    @Test
    @DisplayName("Who has as much as the standard gets nothing, who has a fen less gets the floor")
    void theFloor() {
        Difference difference = monthly(45_000, 2_000, Rounding.FEN);
        assertThat(difference.ofHousehold(Month.MARCH, fen(45_000), 2)).isEqualTo(Money.ZERO);
        assertThat(difference.ofHousehold(Month.MARCH, fen(60_000), 2)).isEqualTo(Money.ZERO);
        assertThat(difference.ofHousehold(Month.MARCH, fen(44_999), 2)).isEqualTo(fen(4_000));
    }

    @Test
    @DisplayName("A yearly standard is taken by the month, and December has the year's rest")
    void december() {
        Difference year = new Difference(new YearInMonths(fen(400_000), Per.PERSON), Money.ZERO, Rounding.FEN);
        assertThat(year.ofHousehold(Month.JANUARY, fen(10_000), 1)).isEqualTo(fen(23_333));
        assertThat(year.ofHousehold(Month.DECEMBER, fen(10_000), 1)).isEqualTo(fen(23_337));
        assertThat(Formula.of(year.parts())).isEqualTo(year);
        Difference month = monthly(45_000, 100, Rounding.YUAN);
        assertThat(Formula.of(month.parts())).isEqualTo(month);
    }

    @Property
    void the_shares_come_to_the_sum_none_is_below_nothing_and_no_two_differ_by_more_than_a_fen(
            @ForAll @LongRange(min = 1, max = 10_000_000) long standard,
            @ForAll @LongRange(min = 0, max = 10_000_000) long income,
            @ForAll @LongRange(min = 0, max = 50_000) long least,
            @ForAll @IntRange(min = 1, max = 30) int heads,
            @ForAll Rounding rounding) {
        Money sum = monthly(standard, least, rounding).ofHousehold(Month.MAY, fen(income), heads);
        List<Money> shares = Difference.shares(sum, heads);
        assertThat(sum.isNegative()).isFalse();
        assertThat(sum.isZero()).isEqualTo(income >= standard);
        assertThat(shares.stream().reduce(Money.ZERO, Money::plus)).isEqualTo(sum);
        long most = shares.get(0).fen();
        long fewest = shares.get(heads - 1).fen();
        assertThat(shares).hasSize(heads).isSortedAccordingTo((one, other) -> other.compareTo(one));
        assertThat(most - fewest).isLessThanOrEqualTo(1);
        if (income < standard) {
            long exact = Math.max(standard - income, least) * heads;
            assertThat(sum.fen()).isBetween(exact, exact + 99);
            assertThat(fewest).isPositive();
        }
    }
}

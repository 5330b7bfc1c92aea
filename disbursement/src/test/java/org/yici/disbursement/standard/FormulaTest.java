package org.yici.disbursement.standard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Month;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.yici.ledger.Money;

/** What a formula gives, to the fen. */
class FormulaTest {

    private static final long MOST = 100_000_000;

    private static Money fen(long fen) {
        return Money.ofFen(fen);
    }

    private static Basis basis(long asked, long expense, int months, int people) {
        return new Basis(fen(asked), fen(expense), months, people);
    }

    private static List<Money> months(YearInMonths formula) {
        return Arrays.stream(Month.values()).map(formula::inMonth).toList();
    }

    @Test
    void rural_minimum_allowance_is_333_33_a_month_and_the_rest_in_december() {
        YearInMonths year = new YearInMonths(fen(400_000), Per.PERSON);
        assertThat(months(year))
                .startsWith(fen(33_333))
                .containsOnly(fen(33_333), fen(33_337))
                .endsWith(fen(33_337));
        assertThat(months(year).stream().filter(fen(33_333)::equals)).hasSize(11);
        assertThat(months(new YearInMonths(fen(317_000), Per.PERSON)))
                .containsOnly(fen(26_416), fen(26_424))
                .endsWith(fen(26_424));
    }

    @Property
    void twelve_months_are_the_year_exactly_and_no_month_is_less_than_another_by_twelve_fen(
            @ForAll @LongRange(min = 1, max = MOST) long year) {
        List<Money> months = months(new YearInMonths(fen(year), Per.PERSON));
        assertThat(months.stream().reduce(Money.ZERO, Money::plus)).isEqualTo(fen(year));
        assertThat(months.subList(0, 11)).containsOnly(fen(year / 12));
        assertThat(months.get(11).fen() - year / 12).isBetween(0L, 11L);
    }

    @Property
    void a_share_is_what_decimal_arithmetic_says_rounded_down_and_never_beyond_its_ceiling(
            @ForAll @IntRange(min = 1, max = 10_000) int permyriad,
            @ForAll @LongRange(max = MOST) long expense,
            @ForAll @LongRange(max = MOST) long floor,
            @ForAll @LongRange(min = 1, max = MOST) long ceiling) {
        long exact = BigDecimal.valueOf(Math.max(0, expense - floor))
                .multiply(BigDecimal.valueOf(permyriad))
                .divide(BigDecimal.valueOf(10_000), 0, RoundingMode.DOWN)
                .longValueExact();
        Basis basis = basis(1, expense, 0, 1);
        assertThat(new ShareOfExpense(permyriad, fen(floor), null).amount(basis))
                .isEqualTo(fen(exact));
        assertThat(new ShareOfExpense(permyriad, fen(floor), fen(ceiling)).amount(basis))
                .isEqualTo(fen(Math.min(exact, ceiling)));
    }

    @Property
    void a_larger_bill_never_gives_less(
            @ForAll @IntRange(min = 1, max = 10_000) int permyriad,
            @ForAll @LongRange(max = MOST) long one,
            @ForAll @LongRange(max = MOST) long more) {
        ShareOfExpense share = new ShareOfExpense(permyriad, fen(50_000), fen(3_000_000));
        assertThat(share.amount(basis(1, Math.max(one, more), 0, 1)))
                .isGreaterThanOrEqualTo(share.amount(basis(1, Math.min(one, more), 0, 1)));
    }

    @Property
    void for_each_person_is_as_many_times_for_the_household(
            @ForAll @LongRange(min = 1, max = MOST) long amount,
            @ForAll @IntRange(min = 1, max = 12) int months,
            @ForAll @IntRange(min = 1, max = 20) int people) {
        Basis basis = basis(1, 0, months, people);
        assertThat(new FixedAmount(fen(amount), Per.PERSON).amount(basis)).isEqualTo(fen(amount * people));
        assertThat(new FixedAmount(fen(amount), Per.HOUSEHOLD).amount(basis)).isEqualTo(fen(amount));
        assertThat(new PerMonth(fen(amount), Per.PERSON).amount(basis)).isEqualTo(fen(amount * people * months));
        assertThat(new PerMonth(fen(amount), Per.HOUSEHOLD).amount(basis)).isEqualTo(fen(amount * months));
    }

    @Property
    void every_formula_is_the_same_after_it_was_written_down(
            @ForAll @LongRange(min = 1, max = MOST) long amount,
            @ForAll @IntRange(min = 1, max = 10_000) int permyriad,
            @ForAll Per per) {
        Stream.of(
                        new AsAsked(),
                        new FixedAmount(fen(amount), per),
                        new PerMonth(fen(amount), per),
                        new YearInMonths(fen(amount), per),
                        new ShareOfExpense(permyriad, fen(amount), null),
                        new ShareOfExpense(permyriad, Money.ZERO, fen(amount)))
                .forEach(formula -> assertThat(Formula.of(formula.parts())).isEqualTo(formula));
    }

    @Test
    void parts_that_are_no_formula_make_none() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Formula.of(new Formula.Parts("fixed", null, Per.PERSON, null, null, null)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Formula.of(new Formula.Parts("guess", null, null, null, null, null)));
        assertThatIllegalArgumentException().isThrownBy(() -> new ShareOfExpense(10_001, Money.ZERO, null));
    }
}

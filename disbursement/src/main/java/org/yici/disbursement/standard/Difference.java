package org.yici.disbursement.standard;

import java.time.Month;
import java.util.List;
import java.util.stream.IntStream;
import org.yici.ledger.Money;

/**
 * The standard less what a household has a head, for every head (补差): nothing where that is as much as the standard or
 * more, and where anything is due at least the floor a head. The household's sum is rounded up to the unit; its people share
 * it evenly, and the fen that are left go to the first ones, one each.
 *
 * @param standard a head: so much a month, or a year by the month (then December takes the year's rest)
 * @param least the floor: what a head gets a month at least, where anything is due; may be nothing
 */
public record Difference(Recurring standard, Money least, Rounding rounding) implements Formula {

    static final String MONTHLY = "difference";
    static final String YEARLY = "year-difference";

    public Difference {
        if (standard.parts().per() != Per.PERSON || least.isNegative()) {
            throw new IllegalArgumentException("no difference a head");
        }
    }

    static Difference of(Parts parts, Money amount, Money least, Rounding rounding) {
        Recurring standard =
                parts.word().equals(YEARLY) ? new YearInMonths(amount, Per.PERSON) : new PerMonth(amount, Per.PERSON);
        return new Difference(standard, least, rounding);
    }

    /**
     * What a household gets for that month of a year.
     *
     * @param income what it has a head, a month
     * @param heads who are entitled; at least 1
     */
    public Money ofHousehold(Month month, Money income, int heads) {
        Money each = standard.inMonth(month).minus(income);
        if (!each.isPositive()) {
            return Money.ZERO;
        }
        Money atLeast = each.compareTo(least) < 0 ? least : each;
        return rounding.up(Per.PERSON.times(atLeast, heads));
    }

    /** A household's sum as a share for each head: they come to the sum, and no two differ by more than a fen. */
    public static List<Money> shares(Money sum, int heads) {
        long share = sum.fen() / heads;
        long left = sum.fen() % heads;
        return IntStream.range(0, heads)
                .mapToObj(head -> Money.ofFen(head < left ? share + 1 : share))
                .toList();
    }

    /** Of no application: only a due list knows what a household has. */
    @Override
    public Money amount(Basis basis) {
        throw new IllegalStateException("a difference is worked out for a household and a month");
    }

    @Override
    public Parts parts() {
        Parts whole = standard.parts();
        String word = standard instanceof YearInMonths ? YEARLY : MONTHLY;
        return new Parts(word, whole.amount(), whole.per(), null, least, null, rounding);
    }
}

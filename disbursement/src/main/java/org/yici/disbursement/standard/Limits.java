package org.yici.disbursement.standard;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yici.ledger.Money;

/**
 * The most that may be given; null: no limit.
 *
 * @param cap per grant
 * @param perYear to one person in a calendar year
 * @param lifetime to one person, ever
 * @param payFirst what may be paid before its notice; null: nothing
 */
public record Limits(
        @Nullable Money cap,
        @Nullable Money perYear,
        @Nullable Money lifetime,
        @Nullable PayFirst payFirst) {

    public static final Limits NONE = new Limits(null, null, null);

    /** Where nothing is paid before its notice. */
    public Limits(@Nullable Money cap, @Nullable Money perYear, @Nullable Money lifetime) {
        this(cap, perYear, lifetime, null);
    }

    Money capped(Money amount) {
        return cap != null && cap.compareTo(amount) < 0 ? cap : amount;
    }

    /** What is left of the year's limit, where that is less than {@code amount}. */
    public Optional<Money> shortInYear(Money amount, Money givenThisYear) {
        return shortOf(perYear, amount, givenThisYear);
    }

    /** The same of the lifetime's limit. */
    public Optional<Money> shortEver(Money amount, Money givenEver) {
        return shortOf(lifetime, amount, givenEver);
    }

    private static Optional<Money> shortOf(@Nullable Money limit, Money amount, Money given) {
        if (limit == null || given.plus(amount).compareTo(limit) <= 0) {
            return Optional.empty();
        }
        Money left = limit.minus(given);
        return Optional.of(left.isNegative() ? Money.ZERO : left);
    }
}

package org.yici.disbursement.standard;

import org.jspecify.annotations.Nullable;
import org.yici.ledger.Money;

/**
 * A share of what an expense exceeds a floor by, up to a ceiling: 90% of a bill beyond ¥500, at most ¥30,000. Rounded down
 * to the fen.
 *
 * @param permyriad the share in hundredths of a per cent: 9000 is 90%
 * @param floor what the household bears itself
 * @param ceiling null: none but the programme's cap
 */
public record ShareOfExpense(
        int permyriad, Money floor, @Nullable Money ceiling) implements Formula {

    static final String WORD = "share-of-expense";
    private static final int WHOLE = 10_000;

    public ShareOfExpense {
        if (permyriad < 1 || permyriad > WHOLE) {
            throw new IllegalArgumentException("no share: " + permyriad);
        }
    }

    @Override
    public Money amount(Basis basis) {
        long shared = Math.max(0, basis.expense().minus(floor).fen());
        Money share = Money.ofFen(Math.multiplyExact(shared, permyriad) / WHOLE);
        return ceiling != null && ceiling.compareTo(share) < 0 ? ceiling : share;
    }

    @Override
    public boolean needsExpense() {
        return true;
    }

    @Override
    public Parts parts() {
        return new Parts(WORD, null, null, permyriad, floor, ceiling);
    }
}

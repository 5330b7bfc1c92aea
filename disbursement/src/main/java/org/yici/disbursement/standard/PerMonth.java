package org.yici.disbursement.standard;

import java.time.Month;
import org.yici.ledger.Money;

/** So much for each month. */
public record PerMonth(Money amount, Per per) implements Recurring {

    static final String WORD = "per-month";

    @Override
    public Money amount(Basis basis) {
        return per.times(Money.ofFen(Math.multiplyExact(amount.fen(), basis.months())), basis.people());
    }

    @Override
    public Money inMonth(Month month) {
        return amount;
    }

    @Override
    public boolean needsMonths() {
        return true;
    }

    @Override
    public Parts parts() {
        return Parts.of(WORD, amount, per);
    }
}

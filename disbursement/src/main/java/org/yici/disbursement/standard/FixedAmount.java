package org.yici.disbursement.standard;

import org.yici.ledger.Money;

/** The same amount for everybody, once. */
public record FixedAmount(Money amount, Per per) implements Formula {

    static final String WORD = "fixed";

    @Override
    public Money amount(Basis basis) {
        return per.times(amount, basis.people());
    }

    @Override
    public Parts parts() {
        return Parts.of(WORD, amount, per);
    }
}

package org.yici.disbursement.standard;

import org.yici.ledger.Money;

/** What is asked for, as far as the cap allows: the amount is the officers' judgement. */
public record AsAsked() implements Formula {

    static final String WORD = "as-asked";

    @Override
    public Money amount(Basis basis) {
        return basis.asked();
    }

    @Override
    public boolean worksOut() {
        return false;
    }

    @Override
    public Parts parts() {
        return new Parts(WORD, null, null, null, null, null);
    }
}

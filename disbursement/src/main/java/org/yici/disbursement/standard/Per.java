package org.yici.disbursement.standard;

import org.yici.ledger.Money;

/** Whether a standard is for each person or for the household as one. */
public enum Per {
    PERSON,
    HOUSEHOLD;

    /** @param people in the household; at least 1 */
    Money times(Money amount, int people) {
        return this == PERSON ? Money.ofFen(Math.multiplyExact(amount.fen(), people)) : amount;
    }

    public String messageKey() {
        return "standard.per." + name();
    }
}

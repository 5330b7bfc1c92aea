package org.yici.disbursement.standard;

import org.yici.ledger.Money;

/**
 * The facts that a formula works on.
 *
 * @param asked what was applied for
 * @param expense what it cost, where the formula asks; else nothing
 * @param months how many, where the formula asks; else 0
 * @param people who are helped: of the household
 */
public record Basis(Money asked, Money expense, int months, int people) {

    public Basis {
        if (asked.isNegative() || expense.isNegative() || months < 0 || people < 1) {
            throw new IllegalArgumentException("no facts for a formula");
        }
    }
}

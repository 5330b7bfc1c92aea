package org.yici.disbursement.application;

import java.util.Map;
import org.yici.disbursement.programme.Programme;
import org.yici.ledger.FundCode;
import org.yici.ledger.Money;

/**
 * What an approval would do: an amount, under a programme, from funds that hold this much.
 *
 * @param balances of the programme's funds
 */
public record Terms(Money amount, Programme programme, Map<FundCode, Money> balances) {

    public Money available() {
        return programme.funds().stream()
                .map(fund -> balances.getOrDefault(fund, Money.ZERO))
                .reduce(Money.ZERO, Money::plus);
    }

    /** The amount shared among the funds. */
    public Map<FundCode, Money> shares() {
        return programme.draw(amount, balances);
    }
}

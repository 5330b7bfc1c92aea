package org.yici.disbursement.programme;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.yici.ledger.AidKind;
import org.yici.ledger.FundCode;
import org.yici.ledger.Money;

/**
 * A kind of aid that may be granted.
 *
 * @param cap the most that one grant may be
 * @param funds what an award draws on: the first as far as it reaches, then the next
 */
public record Programme(AidKind kind, Money cap, List<FundCode> funds) {

    public Programme {
        funds = List.copyOf(funds);
    }

    /**
     * How {@code amount} is shared among the funds, in the programme's order; less than the amount in sum when the funds
     * together do not reach.
     *
     * @param balances of the programme's funds
     */
    public Map<FundCode, Money> draw(Money amount, Map<FundCode, Money> balances) {
        Map<FundCode, Money> shares = new LinkedHashMap<>();
        Money missing = amount;
        for (FundCode fund : funds) {
            Money there = balances.getOrDefault(fund, Money.ZERO);
            Money share = there.compareTo(missing) < 0 ? there : missing;
            if (share.isPositive()) {
                shares.put(fund, share);
                missing = missing.minus(share);
            }
        }
        return shares;
    }
}

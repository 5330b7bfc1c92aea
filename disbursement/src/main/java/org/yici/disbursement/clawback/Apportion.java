package org.yici.disbursement.clawback;

import java.math.BigInteger;
import java.util.Map;
import java.util.TreeMap;
import org.yici.ledger.FundCode;
import org.yici.ledger.Money;

/**
 * Shares a payment among the funds that still bear an award, in the proportion of what they bear, to the fen: what does not
 * come out even goes fen by fen to the funds in the order of their codes. No fund gets more than it bears.
 */
final class Apportion {

    private Apportion() {}

    /**
     * @param borne what each fund bears, all positive
     * @return the funds that get something, summing to {@code amount}
     * @throws IllegalArgumentException where it is more than all of them bear
     */
    static Map<FundCode, Money> of(Money amount, Map<FundCode, Money> borne) {
        long whole = borne.values().stream().mapToLong(Money::fen).sum();
        if (amount.fen() > whole) {
            throw new IllegalArgumentException(amount + " of " + whole + " fen");
        }
        Map<FundCode, Long> shares = new TreeMap<>();
        borne.forEach((fund, bears) -> shares.put(fund, part(amount.fen(), bears.fen(), whole)));
        long left = amount.fen()
                - shares.values().stream().mapToLong(Long::longValue).sum();
        for (Map.Entry<FundCode, Money> fund : new TreeMap<>(borne).entrySet()) {
            if (left > 0
                    && shares.getOrDefault(fund.getKey(), 0L) < fund.getValue().fen()) {
                shares.merge(fund.getKey(), 1L, Long::sum);
                left--;
            }
        }
        Map<FundCode, Money> money = new TreeMap<>();
        shares.forEach((fund, fen) -> {
            if (fen > 0) {
                money.put(fund, Money.ofFen(fen));
            }
        });
        return money;
    }

    private static long part(long amount, long bears, long whole) {
        return BigInteger.valueOf(amount)
                .multiply(BigInteger.valueOf(bears))
                .divide(BigInteger.valueOf(whole))
                .longValueExact();
    }
}

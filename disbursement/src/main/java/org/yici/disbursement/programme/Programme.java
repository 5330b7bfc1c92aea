package org.yici.disbursement.programme;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.yici.disbursement.standard.Version;
import org.yici.ledger.AidKind;
import org.yici.ledger.FundCode;
import org.yici.ledger.Money;

/**
 * A kind of aid that may be granted, as its standard has it on one day.
 *
 * @param standard in force on that day; empty: nothing is granted then
 * @param leftOut funds that this one grant may not draw on
 */
public record Programme(AidKind kind, Optional<Version> standard, Set<FundCode> leftOut) {

    public Programme {
        leftOut = Set.copyOf(leftOut);
    }

    Programme(AidKind kind, Optional<Version> standard) {
        this(kind, standard, Set.of());
    }

    /** The same for a grant that may not draw on these funds. */
    public Programme without(Set<FundCode> funds) {
        return new Programme(kind, standard, funds);
    }

    /** Would there be funds, and is none left? */
    public boolean allFundsLeftOut() {
        return funds().isEmpty()
                && standard.map(version -> !version.funds().isEmpty()).orElse(false);
    }

    /** The most that one grant may be. */
    public Money cap() {
        return standard.map(version -> version.limits().cap()).orElse(Money.ZERO);
    }

    /** What an award draws on: the first as far as it reaches, then the next. */
    public List<FundCode> funds() {
        return standard.map(Version::funds).orElse(List.of()).stream()
                .filter(fund -> !leftOut.contains(fund))
                .toList();
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
        for (FundCode fund : funds()) {
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

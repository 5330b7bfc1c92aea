package org.yici.disbursement.application;

import java.time.LocalDate;
import java.util.Map;
import org.yici.disbursement.programme.Programme;
import org.yici.disbursement.standard.Facts;
import org.yici.disbursement.standard.Judgement;
import org.yici.ledger.FundCode;
import org.yici.ledger.Money;

/**
 * What an approval would do: an amount, under a programme as it is on a day, from funds that hold this much.
 *
 * @param balances of the programme's funds
 * @param facts that the programme's standard is applied to
 * @param anotherPaidFirst was another grant of the person or the household paid before its notice, and has that not ended?
 */
public record Terms(
        Money amount,
        Programme programme,
        Map<FundCode, Money> balances,
        Facts facts,
        LocalDate day,
        boolean anotherPaidFirst) {

    public Money available() {
        return programme.funds().stream()
                .map(fund -> balances.getOrDefault(fund, Money.ZERO))
                .reduce(Money.ZERO, Money::plus);
    }

    /** The amount shared among the funds. */
    public Map<FundCode, Money> shares() {
        return programme.draw(amount, balances);
    }

    /** What the standard of the day comes to. */
    public Money computed() {
        return programme
                .standard()
                .map(version -> version.amountFor(facts.basis()))
                .orElse(Money.ZERO);
    }

    /** The same terms with what the standard comes to as the amount. */
    public Terms asComputed() {
        return of(computed());
    }

    public Terms of(Money granted) {
        return new Terms(granted, programme, balances, facts, day, anotherPaidFirst);
    }

    /** Does the amount differ from what the standard comes to? Then it needs words. */
    public boolean deviates() {
        return !amount.equals(computed());
    }

    /** What is frozen with the award. */
    public Judgement judgement() {
        return new Judgement(programme.standard().orElseThrow().id(), day, facts, computed(), amount);
    }
}

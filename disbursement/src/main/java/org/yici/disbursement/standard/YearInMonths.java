package org.yici.disbursement.standard;

import java.time.Month;
import org.yici.ledger.Money;

/**
 * A yearly standard that is paid by the month: the twelfth part, rounded down to the fen, and in December the rest, so that
 * a year comes to the standard exactly (¥4,000 = 11 × ¥333.33 + ¥333.37).
 */
public record YearInMonths(Money amount, Per per) implements Recurring {

    static final String WORD = "year-in-months";
    private static final int MONTHS = 12;

    @Override
    public Money amount(Basis basis) {
        return per.times(amount, basis.people());
    }

    @Override
    public Money inMonth(Month month) {
        long part = amount.fen() / MONTHS;
        return Money.ofFen(month == Month.DECEMBER ? amount.fen() - (MONTHS - 1) * part : part);
    }

    @Override
    public Parts parts() {
        return Parts.of(WORD, amount, per);
    }
}

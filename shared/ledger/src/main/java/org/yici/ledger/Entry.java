package org.yici.ledger;

/**
 * One line of a journal.
 *
 * @param amount never zero; a debit is positive, a credit negative
 */
public record Entry(AccountCode account, Money amount) {

    public Entry {
        if (amount.isZero()) {
            throw new IllegalArgumentException("an entry of nothing on " + account);
        }
    }

    public static Entry debit(AccountCode account, Money amount) {
        return new Entry(account, positive(amount));
    }

    public static Entry credit(AccountCode account, Money amount) {
        return new Entry(account, positive(amount).negated());
    }

    private static Money positive(Money amount) {
        if (!amount.isPositive()) {
            throw new IllegalArgumentException("only a positive amount can move, not " + amount);
        }
        return amount;
    }
}

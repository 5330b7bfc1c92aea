package org.yici.donations.payment.counter.sheet;

import java.math.BigInteger;
import org.yici.ledger.Money;
import org.yici.ledger.ParsedMoney;

/** Lines counted and their amounts added up, as far as they can be read. */
final class Tally {

    private long count;
    private BigInteger fen = BigInteger.ZERO;
    private boolean exact = true;

    void add(ParsedMoney amount) {
        count++;
        exact &= amount.fold(this::plus, flaw -> false);
    }

    private boolean plus(Money amount) {
        fen = fen.add(BigInteger.valueOf(amount.fen()));
        return true;
    }

    long count() {
        return count;
    }

    /** Whether the amount of every line could be read, so that their sum can be held against a stated one. */
    boolean isExact() {
        return exact && fen.bitLength() < Long.SIZE - 1;
    }

    /** Asked only where {@link #isExact}. */
    Money sum() {
        return Money.ofFen(fen.longValueExact());
    }
}

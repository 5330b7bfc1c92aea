package org.yici.disbursement.standard;

import org.yici.ledger.Money;

/** To which unit a household's sum is rounded: always up, so that nobody loses by it. */
public enum Rounding {
    FEN(1),
    JIAO(10),
    YUAN(100);

    private final long fen;

    Rounding(long fen) {
        this.fen = fen;
    }

    Money up(Money amount) {
        return Money.ofFen(Math.multiplyExact(Math.floorDiv(Math.addExact(amount.fen(), fen - 1), fen), fen));
    }

    public String messageKey() {
        return "standard.rounding." + name();
    }
}

package org.yici.donations.payment.simulator.alipay;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Amounts on Alipay's wire are yuan with two decimals; here they are fen. */
final class Fen {

    private static final BigDecimal FEE = new BigDecimal("0.006");

    private Fen() {}

    static String yuan(long fen) {
        return BigDecimal.valueOf(fen, 2).toPlainString();
    }

    static long of(String yuan) {
        return new BigDecimal(yuan).movePointRight(2).longValueExact();
    }

    /** Alipay's fee: 0.6 %, rounded to a fen. */
    static long fee(long fen) {
        return BigDecimal.valueOf(fen)
                .multiply(FEE)
                .setScale(0, RoundingMode.HALF_UP)
                .longValueExact();
    }
}

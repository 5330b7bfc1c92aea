package org.yici.donations.payment.simulator.wechat;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** What a simulated WeChat Pay keeps of an amount: 0.6%. */
final class Fee {

    static final String RATE = "0.60%";
    private static final long PER_THOUSAND = 6;

    private Fee() {}

    /** Rounded to whole fen, which is what really moves. */
    static long fen(long amount) {
        return BigDecimal.valueOf(amount * PER_THOUSAND, 3)
                .setScale(0, RoundingMode.HALF_UP)
                .longValueExact();
    }

    /** In yuan with five decimals, as the trade bill has it. */
    static String exactly(long amount) {
        return BigDecimal.valueOf(amount * PER_THOUSAND, 5).toPlainString();
    }
}

package org.yici.donations.payment.simulator.wechat;

import java.math.BigInteger;
import java.security.SecureRandom;

/** Numbers that the simulated WeChat Pay gives: ours are kept for good and its are not, so none may come again. */
final class Numbers {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BITS = 85;
    private static final int DIGITS = 26;

    private Numbers() {}

    /** {@code prefix} and 26 digits. */
    static String fresh(String prefix) {
        String digits = new BigInteger(BITS, RANDOM).toString();
        return prefix + "0".repeat(DIGITS - digits.length()) + digits;
    }
}

package org.yici.donations.payment.simulator;

import java.math.BigInteger;
import java.security.SecureRandom;

/** Numbers that a simulated provider gives: ours are kept for good and its are not, so none may come again. */
public final class Numbers {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BITS_A_DIGIT = 4;

    private Numbers() {}

    /** {@code prefix} and that many digits. */
    public static String fresh(String prefix, int digits) {
        BigInteger number = new BigInteger(BITS_A_DIGIT * digits, RANDOM).mod(BigInteger.TEN.pow(digits));
        return prefix + ("%0" + digits + "d").formatted(number);
    }
}

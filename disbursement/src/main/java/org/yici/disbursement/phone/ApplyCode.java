package org.yici.disbursement.phone;

import java.math.BigInteger;
import java.text.Normalizer;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Ten digits with which one household files one application. Digits only, since it is typed from a slip of paper on a
 * phone; ten of them, so that nobody finds one by trying.
 */
public record ApplyCode(String digits) {

    private static final Pattern SHAPE = Pattern.compile("\\d{10}");
    private static final BigInteger MOST = BigInteger.TEN.pow(10);

    /** The code as it was typed: blanks, hyphens and full-width digits are put right. Empty where it is none. */
    public static Optional<ApplyCode> read(String typed) {
        String digits = Normalizer.normalize(typed, Normalizer.Form.NFKC).replaceAll("[\\s-]", "");
        return SHAPE.matcher(digits).matches() ? Optional.of(new ApplyCode(digits)) : Optional.empty();
    }

    /** @param secret bytes that nobody can guess */
    static ApplyCode of(byte[] secret) {
        return new ApplyCode("%010d".formatted(new BigInteger(1, secret).mod(MOST)));
    }

    /** As it is printed: {@code 482 903 1775}. */
    public String spaced() {
        return digits.substring(0, 3) + " " + digits.substring(3, 6) + " " + digits.substring(6);
    }

    /** Never the code: a record's own text ends up in logs. */
    @Override
    public String toString() {
        return "a code";
    }
}

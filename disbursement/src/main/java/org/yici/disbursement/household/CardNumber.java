package org.yici.disbursement.household;

import java.text.Normalizer;
import java.util.regex.Pattern;
import org.yici.platform.privacy.BlindIndex;
import org.yici.platform.privacy.Masked;

/** A bank card's number (ISO/IEC 7812): 13 to 19 digits whose last one checks the others by Luhn's rule. */
public record CardNumber(String digits) {

    private static final String PURPOSE = "bank-card";
    private static final int ENDS = 4;
    private static final Pattern SHAPE = Pattern.compile("\\d{13,19}");

    public CardNumber {
        if (!isValid(digits)) {
            throw new IllegalArgumentException("Not a bank card number");
        }
    }

    /** The number as a person typed it: blanks, hyphens and full-width digits are put right. */
    public static CardNumber of(String typed) {
        return new CardNumber(normal(typed));
    }

    public static boolean isValid(String typed) {
        String digits = normal(typed);
        return SHAPE.matcher(digits).matches() && luhn(digits) % 10 == 0;
    }

    /** By which the same card is found elsewhere on the register. */
    public byte[] index(BlindIndex index) {
        return index.of(PURPOSE, digits);
    }

    /** Are these its last four digits? */
    boolean endsWith(String typed) {
        String plain = normal(typed);
        return plain.length() == ENDS && digits.endsWith(plain);
    }

    public String masked() {
        return Masked.card(digits);
    }

    /** Never the number: a record's own text ends up in logs. */
    @Override
    public String toString() {
        return masked();
    }

    /** Every second digit from the right is doubled, and its figures are added. */
    private static int luhn(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int figure = digits.charAt(digits.length() - 1 - i) - '0';
            int doubled = i % 2 == 1 ? figure * 2 : figure;
            sum += doubled > 9 ? doubled - 9 : doubled;
        }
        return sum;
    }

    private static String normal(String typed) {
        return Normalizer.normalize(typed, Normalizer.Form.NFKC).replaceAll("[\\s\\-]", "");
    }
}

package org.yici.platform.privacy;

import java.text.Normalizer;
import java.util.Optional;
import java.util.regex.Pattern;

/** A Chinese mobile number in its one normal form: 11 digits without the country's code. */
public record PhoneNumber(String digits) {
    private static final Pattern MOBILE = Pattern.compile("1[3-9]\\d{9}");

    public PhoneNumber {
        if (!MOBILE.matcher(digits).matches()) {
            throw new IllegalArgumentException("Not a phone number in normal form");
        }
    }

    /**
     * The number as a person typed it: {@code +86}, {@code 0086}, spaces, hyphens, brackets and full-width digits are
     * put right.
     *
     * @throws IllegalArgumentException when {@link #fault} has something to say
     */
    public static PhoneNumber of(String typed) {
        return new PhoneNumber(normal(typed));
    }

    /** Why what was typed is no phone number, or nothing when it is one. */
    public static Optional<PrivacyReason> fault(String typed) {
        return MOBILE.matcher(normal(typed)).matches() ? Optional.empty() : Optional.of(PrivacyReason.PHONE_SHAPE);
    }

    public String masked() {
        return Masked.phone(digits);
    }

    /** Never the number: a record's own text ends up in logs. */
    @Override
    public String toString() {
        return masked();
    }

    private static String normal(String typed) {
        return Normalizer.normalize(typed, Normalizer.Form.NFKC)
                .replaceAll("[\\s\\-()\\u2010-\\u2015]", "")
                .replaceFirst("^(\\+86|0086|86(?=\\d{11}$))", "");
    }
}

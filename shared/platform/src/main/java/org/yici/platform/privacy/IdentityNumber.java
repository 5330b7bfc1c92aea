package org.yici.platform.privacy;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** A citizen's identity number (GB 11643-1999), in its one normal form: 17 digits and a check character. */
public record IdentityNumber(String value) {
    private static final Pattern SHAPE = Pattern.compile("[1-9]\\d{16}[\\dX]");
    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String CHECKS = "10X98765432";
    private static final int EARLIEST_YEAR = 1880;

    public IdentityNumber {
        Optional<PrivacyReason> fault = fault(value);
        if (fault.isPresent() || !value.equals(normal(value))) {
            throw new IllegalArgumentException("Not an identity number in normal form");
        }
    }

    /**
     * The number as a person typed it: spaces, hyphens, full-width digits and a small x are put right.
     *
     * @throws IllegalArgumentException when {@link #fault} has something to say
     */
    public static IdentityNumber of(String typed) {
        return new IdentityNumber(normal(typed));
    }

    /** Why what was typed is no identity number, or nothing when it is one. */
    public static Optional<PrivacyReason> fault(String typed) {
        String value = normal(typed);
        if (!SHAPE.matcher(value).matches()) {
            return Optional.of(PrivacyReason.IDENTITY_NUMBER_SHAPE);
        }
        if (birthIn(value).isEmpty()) {
            return Optional.of(PrivacyReason.IDENTITY_NUMBER_BIRTH);
        }
        return value.charAt(17) == check(value)
                ? Optional.empty()
                : Optional.of(PrivacyReason.IDENTITY_NUMBER_CHECKSUM);
    }

    public LocalDate birthDate() {
        return birthIn(value).orElseThrow();
    }

    /** The first six digits: the county where the number was first given out. */
    public String region() {
        return value.substring(0, 6);
    }

    /** GB 11643: the 17th digit is odd for men. */
    public boolean male() {
        return (value.charAt(16) - '0') % 2 == 1;
    }

    public String masked() {
        return Masked.identityNumber(value);
    }

    /** Never the number: a record's own text ends up in logs. */
    @Override
    public String toString() {
        return masked();
    }

    /** The check character of ISO 7064 MOD 11-2 over the first 17 digits. */
    static char check(String seventeenDigits) {
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += (seventeenDigits.charAt(i) - '0') * WEIGHTS[i];
        }
        return CHECKS.charAt(sum % 11);
    }

    private static Optional<LocalDate> birthIn(String value) {
        int year = Integer.parseInt(value.substring(6, 10));
        try {
            LocalDate date = LocalDate.of(
                    year, Integer.parseInt(value.substring(10, 12)), Integer.parseInt(value.substring(12, 14)));
            return year < EARLIEST_YEAR ? Optional.empty() : Optional.of(date);
        } catch (DateTimeException noDate) {
            return Optional.empty();
        }
    }

    private static String normal(String typed) {
        return Normalizer.normalize(typed, Normalizer.Form.NFKC)
                .replaceAll("[\\s\\-\\u2010-\\u2015]", "")
                .toUpperCase(Locale.ROOT);
    }
}

package org.yici.donations.payment.refund;

import org.jspecify.annotations.Nullable;
import org.yici.platform.outcome.FieldErrors;

/** Words that people type about a refund. */
public final class RefundWords {

    /** What every provider takes; the donor reads it there. */
    public static final int REASON_CHARACTERS = 40;

    /** A donor's words, and a decision's. */
    public static final int NOTE_CHARACTERS = 500;

    /** The number of a slip, or of the provider's back office. */
    public static final int REFERENCE_CHARACTERS = 60;

    private RefundWords() {}

    /** Notes in {@code errors} what is missing, too long or no words at all; answers them without blanks around. */
    public static String required(FieldErrors errors, @Nullable String typed, String field, int most) {
        String words = typed == null ? "" : typed.strip();
        errors.require(!words.isEmpty(), field, "input.required");
        return fitting(errors, words, field, most);
    }

    /** The same for words that may be left out; null where they are. */
    public static @Nullable String optional(FieldErrors errors, @Nullable String typed, String field, int most) {
        return typed == null || typed.isBlank() ? null : fitting(errors, typed.strip(), field, most);
    }

    /** Half a surrogate pair has no UTF-8 form, and no control character but the end of a line is a word. */
    private static String fitting(FieldErrors errors, String words, String field, int most) {
        boolean fits = words.codePointCount(0, words.length()) <= most
                && words.codePoints()
                        .allMatch(point -> point == '\n'
                                || point == '\r'
                                || !Character.isISOControl(point) && Character.getType(point) != Character.SURROGATE);
        errors.require(fits, field, "input.text", most);
        return words;
    }
}

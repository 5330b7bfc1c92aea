package org.yici.disbursement;

import org.jspecify.annotations.Nullable;
import org.yici.platform.outcome.FieldErrors;

/** Words that a person typed: never empty, never longer than is read by somebody, nothing invisible inside. */
public final class Typed {

    private Typed() {}

    /** A name, a place: one line. */
    public static void line(FieldErrors errors, @Nullable String typed, String field, int most) {
        if (required(errors, typed, field, most)) {
            errors.require(isPrintable(typed, false), field, "input.characters");
        }
    }

    /** A reason, a note: several lines. */
    public static void text(FieldErrors errors, @Nullable String typed, String field, int most) {
        if (required(errors, typed, field, most)) {
            errors.require(isPrintable(typed, true), field, "input.characters");
        }
    }

    /** A text that may be left out. */
    public static void optionalText(FieldErrors errors, @Nullable String typed, String field, int most) {
        if (typed != null && !typed.isBlank()) {
            text(errors, typed, field, most);
        }
    }

    /** What was typed without blanks around, or null where nothing was. */
    public static @Nullable String orNull(@Nullable String typed) {
        return typed == null || typed.isBlank() ? null : typed.strip();
    }

    private static boolean required(FieldErrors errors, @Nullable String typed, String field, int most) {
        if (typed == null || typed.isBlank()) {
            errors.require(false, field, "input.required");
            return false;
        }
        errors.require(typed.strip().length() <= most, field, "input.too-long", most);
        return true;
    }

    /** PostgreSQL keeps no NUL; other control characters are no words. A lone half of a surrogate pair has no bytes. */
    private static boolean isPrintable(@Nullable String typed, boolean severalLines) {
        return typed != null
                && typed.codePoints()
                        .allMatch(c -> severalLines && (c == '\n' || c == '\r' || c == '\t')
                                || !Character.isISOControl(c) && Character.getType(c) != Character.SURROGATE);
    }
}

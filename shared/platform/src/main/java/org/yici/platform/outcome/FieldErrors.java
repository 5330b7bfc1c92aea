package org.yici.platform.outcome;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.util.ArrayList;
import java.util.List;

/** Collects what is wrong with an input, so that the reader hears of everything at once. */
public final class FieldErrors {

    private final List<FieldError> errors = new ArrayList<>();

    @CanIgnoreReturnValue
    public FieldErrors require(boolean met, String field, String messageKey, Object... arguments) {
        if (!met) {
            errors.add(FieldError.of(field, messageKey, arguments));
        }
        return this;
    }

    /** @throws InvalidInput with every collected error, if there is one */
    public void throwIfAny() {
        if (!errors.isEmpty()) {
            throw new InvalidInput(errors);
        }
    }
}

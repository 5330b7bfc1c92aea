package org.yici.platform.outcome;

import java.util.List;

/** One field that is refused: its path in the input ({@code amount.value}) and the sentence that says what to do. */
public record FieldError(String field, String messageKey, List<Object> arguments) {

    public FieldError {
        arguments = List.copyOf(arguments);
    }

    public static FieldError of(String field, String messageKey, Object... arguments) {
        return new FieldError(field, messageKey, List.of(arguments));
    }
}

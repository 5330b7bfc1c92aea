package org.yici.platform.outcome;

import java.util.List;

/**
 * Input that can be read but not accepted, field by field (HTTP 422). An exception because it ends the request at the
 * edge, before any use case is asked.
 */
public final class InvalidInput extends RuntimeException {

    private final transient List<FieldError> errors;

    public InvalidInput(List<FieldError> errors) {
        super(errors.toString(), null, false, false);
        this.errors = List.copyOf(errors);
    }

    public static InvalidInput of(String field, String messageKey, Object... arguments) {
        return new InvalidInput(List.of(FieldError.of(field, messageKey, arguments)));
    }

    public List<FieldError> errors() {
        return errors;
    }
}

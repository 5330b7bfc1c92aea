package org.yici.platform.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * An answer that says no, as RFC 9457 shapes it.
 *
 * @param type {@code urn:yici:problem:<reason>}
 * @param reason the machine word; {@code input} when fields are refused
 * @param errors the refused fields, each with its sentence; of a rule's refusal the one field that it is about, if any
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Problem(String type, String title, int status, String detail, String reason, List<Field> errors) {

    public record Field(String field, String message) {}

    static Problem of(int status, String reason, String title, String detail, List<Field> errors) {
        return new Problem("urn:yici:problem:" + reason, title, status, detail, reason, errors);
    }
}

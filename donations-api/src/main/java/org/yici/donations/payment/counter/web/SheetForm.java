package org.yici.donations.payment.counter.web;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.codec.multipart.FilePart;
import org.springframework.http.codec.multipart.FormFieldPart;
import org.springframework.http.codec.multipart.Part;
import org.springframework.util.MultiValueMap;
import org.yici.donations.payment.counter.line.CounterMethod;
import org.yici.donations.payment.counter.line.LineDefaults;

/**
 * What was sent with a sheet.
 *
 * @param file null when none was chosen
 * @param campaign for lines that name none; empty when every line has to
 */
record SheetForm(@Nullable FilePart file, String method, String campaign) {

    static SheetForm of(MultiValueMap<String, Part> parts) {
        FilePart file = parts.getFirst("file") instanceof FilePart sent
                        && !sent.filename().isBlank()
                ? sent
                : null;
        return new SheetForm(file, field(parts, "method"), field(parts, "campaign"));
    }

    private static String field(MultiValueMap<String, Part> parts, String name) {
        return parts.getFirst(name) instanceof FormFieldPart field
                ? field.value().strip()
                : "";
    }

    /** Empty when the method is none of the counter's; unsaid it is cash. */
    Optional<LineDefaults> defaults() {
        return CounterMethod.of(method.isEmpty() ? CounterMethod.CASH.word() : method)
                .map(known -> new LineDefaults(known, campaign.isEmpty() ? null : campaign));
    }

    Map<String, String> fields() {
        return Map.of("method", method, "campaign", campaign);
    }
}

package org.yici.disbursement.crosscheck.desk;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.codec.multipart.FilePart;
import org.springframework.http.codec.multipart.FormFieldPart;
import org.springframework.http.codec.multipart.Part;
import org.springframework.util.MultiValueMap;
import org.yici.disbursement.Typed;
import org.yici.disbursement.crosscheck.extract.BringExtract.Upload;
import org.yici.disbursement.crosscheck.extract.ExtractKind;
import org.yici.disbursement.crosscheck.words.CheckWords;
import org.yici.platform.outcome.FieldErrors;
import org.yici.platform.web.KeptFile;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/**
 * What was sent with an extract, as it was typed.
 *
 * @param file null when none was chosen
 * @param department empty: the one that usually sends this kind
 */
record UploadForm(@Nullable FilePart file, String kind, String asOf, String department) {

    private static final int DEPARTMENT_CHARACTERS = 60;

    static UploadForm of(MultiValueMap<String, Part> parts) {
        return of(parts, field(parts, "kind"), field(parts, "asOf"), field(parts, "department"));
    }

    static UploadForm of(MultiValueMap<String, Part> parts, String kind, String asOf, String department) {
        FilePart file = parts.getFirst("file") instanceof FilePart sent
                        && !sent.filename().isBlank()
                ? sent
                : null;
        return new UploadForm(file, kind.strip(), asOf.strip(), department.strip());
    }

    private static String field(MultiValueMap<String, Part> parts, String name) {
        return parts.getFirst(name) instanceof FormFieldPart field ? field.value() : "";
    }

    Map<String, String> fields() {
        return Map.of("kind", kind, "asOf", asOf, "department", department);
    }

    /** Keeps the file on disk while it is worked on, readable for nobody but this service, and no moment longer. */
    <T> Mono<T> kept(Scheduler scheduler, CheckWords words, Locale locale, Function<Upload, Mono<T>> work) {
        return Mono.defer(() -> {
            FieldErrors errors = new FieldErrors();
            errors.require(file != null, "file", "input.crosscheck.no-file");
            Optional<ExtractKind> known = ExtractKind.of(kind);
            errors.require(known.isPresent(), "kind", "input.crosscheck.kind");
            Optional<LocalDate> day = day(asOf);
            errors.require(day.isPresent(), "asOf", "input.crosscheck.as-of");
            if (!department.isEmpty()) {
                Typed.line(errors, department, "department", DEPARTMENT_CHARACTERS);
            }
            errors.throwIfAny();
            FilePart sent = Objects.requireNonNull(file);
            ExtractKind of = known.orElseThrow();
            String from = department.isEmpty() ? words.text(of.departmentKey(), locale) : department;
            return KeptFile.during(
                    sent,
                    scheduler,
                    path -> work.apply(new Upload(path, sent.filename(), of, from, day.orElseThrow())));
        });
    }

    private static Optional<LocalDate> day(String typed) {
        try {
            return Optional.of(LocalDate.parse(typed));
        } catch (DateTimeParseException noDay) {
            return Optional.empty();
        }
    }
}

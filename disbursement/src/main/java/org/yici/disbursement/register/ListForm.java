package org.yici.disbursement.register;

import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.codec.multipart.FilePart;
import org.springframework.http.codec.multipart.FormFieldPart;
import org.springframework.http.codec.multipart.Part;
import org.springframework.util.MultiValueMap;
import org.yici.disbursement.Typed;
import org.yici.disbursement.household.Category;
import org.yici.disbursement.household.RegistrationCheck;
import org.yici.disbursement.household.sheet.CheckList.Upload;
import org.yici.disbursement.household.sheet.walk.SheetWalk.Defaults;
import org.yici.platform.outcome.InvalidInput;
import org.yici.platform.web.KeptFile;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/**
 * What was sent with a list.
 *
 * @param file null when none was chosen
 * @param category of lines that name none; empty when every household has to, as is {@code township}
 */
record ListForm(@Nullable FilePart file, String category, String township, boolean consent) {

    static ListForm of(MultiValueMap<String, Part> parts) {
        FilePart file = parts.getFirst("file") instanceof FilePart sent
                        && !sent.filename().isBlank()
                ? sent
                : null;
        return new ListForm(
                file, field(parts, "category"), field(parts, "township"), "true".equals(field(parts, "consent")));
    }

    private static String field(MultiValueMap<String, Part> parts, String name) {
        return parts.getFirst(name) instanceof FormFieldPart field
                ? field.value().strip()
                : "";
    }

    Map<String, String> fields() {
        return Map.of("category", category, "township", township, "consent", Boolean.toString(consent));
    }

    /** Keeps the file on disk while it is read, readable for nobody but this service, and no moment longer. */
    <T> Mono<T> kept(Scheduler scheduler, Function<Upload, Mono<T>> work) {
        FilePart sent = file;
        if (sent == null) {
            return Mono.error(InvalidInput.of("file", "input.register.no-file"));
        }
        if (!category.isEmpty() && Category.of(category).isEmpty()) {
            return Mono.error(InvalidInput.of("category", "input.household.category"));
        }
        if (township.length() > RegistrationCheck.PLACE_CHARACTERS) {
            return Mono.error(InvalidInput.of("township", "input.too-long", RegistrationCheck.PLACE_CHARACTERS));
        }
        Defaults defaults = new Defaults(Category.of(category).orElse(null), Typed.orNull(township));
        return KeptFile.during(sent, scheduler, path -> work.apply(new Upload(path, sent.filename(), defaults)));
    }
}

package org.yici.disbursement.evidence;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.codec.multipart.FilePart;
import org.springframework.http.codec.multipart.FormFieldPart;
import org.springframework.http.codec.multipart.Part;
import org.springframework.util.MultiValueMap;
import org.yici.disbursement.standard.Paper;
import org.yici.platform.outcome.InvalidInput;

/**
 * What was sent with a paper.
 *
 * @param paper what it is; {@code other} where nobody said
 * @param key of a form; empty where a program sent it
 */
public record PaperForm(@Nullable FilePart file, String paper, String key) {

    public static PaperForm of(MultiValueMap<String, Part> parts) {
        FilePart file = parts.getFirst("file") instanceof FilePart sent
                        && !sent.filename().isBlank()
                ? sent
                : null;
        String paper = field(parts, "paper");
        return new PaperForm(file, paper.isEmpty() ? Paper.OTHER : paper, field(parts, "idempotencyKey"));
    }

    /** @throws InvalidInput where no file was chosen */
    public FilePart chosen() {
        if (file == null) {
            throw InvalidInput.of("file", "input.evidence.file");
        }
        return file;
    }

    /** For the form again. */
    public Map<String, String> typed() {
        return Map.of("paper", paper);
    }

    private static String field(MultiValueMap<String, Part> parts, String name) {
        return parts.getFirst(name) instanceof FormFieldPart field
                ? field.value().strip()
                : "";
    }
}

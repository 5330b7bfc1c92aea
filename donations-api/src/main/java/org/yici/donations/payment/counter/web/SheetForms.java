package org.yici.donations.payment.counter.web;

import org.springframework.http.codec.multipart.FilePart;
import org.springframework.stereotype.Component;
import org.yici.donations.payment.counter.CheckSheet.Upload;
import org.yici.donations.payment.counter.SheetFiles;
import org.yici.donations.payment.counter.line.LineDefaults;
import org.yici.platform.outcome.InvalidInput;
import reactor.core.publisher.Mono;

/** Takes in the file of a form. */
@Component
final class SheetForms {

    private final SheetFiles files;

    SheetForms(SheetFiles files) {
        this.files = files;
    }

    /**
     * The sheet, whole and on disk; whoever gets it has to pass it on.
     *
     * @throws InvalidInput as an error, where there is none, or its method is none of the counter's
     */
    Mono<Upload> take(SheetForm form) {
        FilePart file = form.file();
        LineDefaults defaults = form.defaults().orElse(null);
        if (file == null) {
            return Mono.error(InvalidInput.of("file", "input.counter.no-file"));
        }
        if (defaults == null) {
            return Mono.error(InvalidInput.of("method", "counter.flaw.METHOD_UNKNOWN"));
        }
        return Mono.usingWhen(
                files.create(),
                path -> file.transferTo(path).thenReturn(new Upload(path, file.filename(), defaults)),
                path -> Mono.empty(),
                (path, error) -> files.delete(path),
                files::delete);
    }
}

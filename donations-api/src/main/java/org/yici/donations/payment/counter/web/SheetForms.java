package org.yici.donations.payment.counter.web;

import java.util.function.Function;
import org.springframework.http.codec.multipart.FilePart;
import org.springframework.stereotype.Component;
import org.yici.donations.payment.counter.CheckSheet.Upload;
import org.yici.donations.payment.counter.line.LineDefaults;
import org.yici.platform.outcome.InvalidInput;
import org.yici.platform.web.KeptFile;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/** Keeps a sheet on disk while it is checked, readable for nobody but this service, and no moment longer. */
@Component
final class SheetForms {

    private final Scheduler sheetScheduler;

    SheetForms(Scheduler sheetScheduler) {
        this.sheetScheduler = sheetScheduler;
    }

    <T> Mono<T> kept(SheetForm form, Function<Upload, Mono<T>> work) {
        FilePart file = form.file();
        LineDefaults defaults = form.defaults().orElse(null);
        if (file == null) {
            return Mono.error(InvalidInput.of("file", "input.counter.no-file"));
        }
        if (defaults == null) {
            return Mono.error(InvalidInput.of("method", "counter.flaw.METHOD_UNKNOWN"));
        }
        return KeptFile.during(file, sheetScheduler, path -> work.apply(new Upload(path, file.filename(), defaults)));
    }
}

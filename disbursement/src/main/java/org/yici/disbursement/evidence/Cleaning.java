package org.yici.disbursement.evidence;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.RejectedExecutionException;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.http.codec.multipart.FilePart;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;
import org.springframework.web.server.ResponseStatusException;
import org.yici.disbursement.evidence.clean.CleanFile;
import org.yici.platform.outcome.Outcome;
import org.yici.platform.web.KeptFile;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/** Takes a file off the net: to disk first, then, one at a time and never more than fits, into one that may be kept. */
@Component
public final class Cleaning {

    private final Scheduler sheetScheduler;
    private final DataSize most;

    Cleaning(Scheduler sheetScheduler, @Value("${yici.evidence.max-bytes}") DataSize most) {
        this.sheetScheduler = sheetScheduler;
        this.most = most;
    }

    /** Refused with the reason why it is not taken; 503 where too many wait. */
    public Mono<Outcome<CleanFile>> of(FilePart sent) {
        return KeptFile.during(sent, sheetScheduler, path -> Mono.fromCallable(() -> read(path))
                        .subscribeOn(sheetScheduler))
                .onErrorMap(
                        RejectedExecutionException.class,
                        full -> new ResponseStatusException(HttpStatus.SERVICE_UNAVAILABLE, "papers", full));
    }

    private Outcome<CleanFile> read(Path path) throws IOException {
        Outcome<CleanFile> tooLarge = Outcome.refused(EvidenceReason.TOO_LARGE, most.toMegabytes());
        return Files.size(path) > most.toBytes()
                ? tooLarge
                : CleanFile.of(Files.readAllBytes(path))
                        .then(clean -> clean.bytes().length > 2 * most.toBytes() ? tooLarge : Outcome.done(clean));
    }
}

package org.yici.platform.web;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Function;
import org.springframework.http.codec.multipart.FilePart;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/** Keeps a file that was sent on disk while it is worked on, readable for nobody but this service, and no moment longer. */
public final class KeptFile {

    private KeptFile() {}

    /** @param disk where files are made and deleted, which may block */
    public static <T> Mono<T> during(FilePart file, Scheduler disk, Function<Path, Mono<T>> work) {
        return Mono.usingWhen(
                Mono.fromCallable(() -> Files.createTempFile("yici-", ".sent")).subscribeOn(disk),
                path -> file.transferTo(path).then(Mono.defer(() -> work.apply(path))),
                path -> Mono.fromCallable(() -> Files.deleteIfExists(path)).subscribeOn(disk));
    }
}

package org.yici.donations.payment.counter;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.ContextRefreshedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/**
 * Where sheets lie until they are read, readable for nobody but this service, and no moment longer. What a process that died
 * has left behind is swept away at the next start: there are names in it.
 */
@Component
public final class SheetFiles {

    private static final Logger log = LoggerFactory.getLogger(SheetFiles.class);
    private static final String PREFIX = "yici-counter-";
    private static final String SUFFIX = ".sheet";
    /** No sheet of another instance on this machine waits so long. */
    private static final Duration LEFT_BEHIND_AFTER = Duration.ofHours(6);

    private final Scheduler sheetScheduler;
    private final Clock wallClock;

    SheetFiles(Scheduler sheetScheduler, Clock wallClock) {
        this.sheetScheduler = sheetScheduler;
        this.wallClock = wallClock;
    }

    /** A new, empty one. */
    public Mono<Path> create() {
        return Mono.fromCallable(() -> Files.createTempFile(PREFIX, SUFFIX)).subscribeOn(sheetScheduler);
    }

    public Mono<Void> delete(Path file) {
        return Mono.fromCallable(() -> Files.deleteIfExists(file))
                .subscribeOn(sheetScheduler)
                .then();
    }

    /** The SHA-256 of its content. */
    Mono<byte[]> hash(Path file) {
        return Mono.fromCallable(() -> ContentHash.of(file)).subscribeOn(sheetScheduler);
    }

    @EventListener(ContextRefreshedEvent.class)
    void sweep() {
        Path place = Path.of(Objects.requireNonNull(System.getProperty("java.io.tmpdir")));
        try (DirectoryStream<Path> files = Files.newDirectoryStream(place, PREFIX + "*" + SUFFIX)) {
            for (Path file : files) {
                sweep(file);
            }
        } catch (IOException unreadable) {
            log.warn("Sheets that were left behind are not swept away: {}", unreadable.toString());
        }
    }

    private void sweep(Path file) throws IOException {
        if (Files.getLastModifiedTime(file)
                .toInstant()
                .isBefore(wallClock.instant().minus(LEFT_BEHIND_AFTER))) {
            Files.deleteIfExists(file);
        }
    }
}

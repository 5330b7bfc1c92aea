package org.yici.donations.payment.counter;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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
    private static final Pattern NAME = Pattern.compile(PREFIX + "([0-9]{1,18})-[0-9]+\\.sheet");
    private static final ProcessHandle US = ProcessHandle.current();

    private final Scheduler sheetScheduler;

    SheetFiles(Scheduler sheetScheduler) {
        this.sheetScheduler = sheetScheduler;
    }

    /** A new, empty one. Its name says whose it is. */
    public Mono<Path> create() {
        return Mono.fromCallable(() -> Files.createTempFile(PREFIX + US.pid() + "-", ".sheet"))
                .subscribeOn(sheetScheduler);
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
        try (DirectoryStream<Path> files = Files.newDirectoryStream(place, PREFIX + "*")) {
            for (Path file : files) {
                if (isLeftBehind(file)) {
                    Files.deleteIfExists(file);
                }
            }
        } catch (IOException unreadable) {
            log.warn("Sheets that were left behind are not swept away: {}", unreadable.toString());
        }
    }

    /** Nobody has that number any more; or we have it now, as every process of a container has, and the file is older. */
    private static boolean isLeftBehind(Path file) throws IOException {
        Matcher name = NAME.matcher(file.getFileName().toString());
        if (!name.matches()) {
            return false;
        }
        long owner = Long.parseLong(name.group(1));
        Instant begun = US.info().startInstant().orElse(Instant.EPOCH);
        return owner == US.pid()
                ? Files.getLastModifiedTime(file).toInstant().isBefore(begun)
                : ProcessHandle.of(owner).isEmpty();
    }
}

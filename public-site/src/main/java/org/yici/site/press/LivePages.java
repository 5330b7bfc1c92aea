package org.yici.site.press;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.yici.site.feed.Changes;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/**
 * Prints the pages that people watch as soon as the books change, the first change at once, then at most once a second,
 * and says when they are ready to be fetched.
 */
@Component
public final class LivePages implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(LivePages.class);
    private static final Duration PACE = Duration.ofSeconds(1);

    private final Press press;
    private final Changes changes;
    private final List<LivePage> pages;
    private final Sinks.Many<Long> printed = Sinks.many().multicast().directBestEffort();
    private @Nullable Disposable printing;

    LivePages(Press press, Changes changes, List<LivePage> pages) {
        this.press = press;
        this.changes = changes;
        this.pages = pages;
    }

    /** The version of the books that every live page shows now, whenever it grows. */
    public Flux<Long> printed() {
        return printed.asFlux().onBackpressureLatest();
    }

    @Override
    public synchronized void start() {
        printing = changes.newer()
                .concatMap(version -> print(version).then(Mono.delay(PACE)), 0)
                .subscribe();
    }

    private Mono<Void> print(long version) {
        return Flux.fromIterable(pages)
                .concatMap(page -> press.reprint(page.address(), page.source()))
                .then(Mono.<Void>fromRunnable(() -> printed.tryEmitNext(version)))
                .doOnError(error -> log.warn("The live pages cannot be printed now: {}", error.toString()))
                .onErrorComplete();
    }

    @Override
    public synchronized void stop() {
        if (printing != null) {
            printing.dispose();
            printing = null;
        }
        printed.tryEmitComplete();
    }

    @Override
    public synchronized boolean isRunning() {
        return printing != null;
    }

    /** Before the feed, so that no change is missed. */
    @Override
    public int getPhase() {
        return -1;
    }
}

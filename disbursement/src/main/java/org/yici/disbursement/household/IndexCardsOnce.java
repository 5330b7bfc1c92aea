package org.yici.disbursement.household;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/** Looks for cards without an index once, when the program starts, beside everything else. */
@Component
final class IndexCardsOnce implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(IndexCardsOnce.class);
    private static final Duration PAUSE_AFTER_FAULT = Duration.ofSeconds(30);

    private final IndexCards indexCards;
    private volatile @Nullable Disposable running;

    IndexCardsOnce(IndexCards indexCards) {
        this.indexCards = indexCards;
    }

    @Override
    public void start() {
        running = Mono.defer(indexCards::all)
                .filter(indexed -> indexed > 0)
                .doOnNext(indexed -> log.info("{} cards got their index", indexed))
                .doOnError(error -> log.warn("Indexing cards pauses: {}", error.toString()))
                .retryWhen(Retry.fixedDelay(Long.MAX_VALUE, PAUSE_AFTER_FAULT))
                .subscribe();
    }

    @Override
    public void stop() {
        Disposable now = running;
        if (now != null) {
            now.dispose();
            running = null;
        }
    }

    @Override
    public boolean isRunning() {
        return running != null;
    }
}

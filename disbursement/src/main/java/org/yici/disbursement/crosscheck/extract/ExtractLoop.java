package org.yici.disbursement.crosscheck.extract;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/** Looks again and again for an extract that is to be read, and now and then for one whose time is over. */
@Component
final class ExtractLoop implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(ExtractLoop.class);
    private static final Duration READING_PACE = Duration.ofMillis(500);
    private static final Duration ERASING_PACE = Duration.ofMinutes(1);
    private static final Duration PAUSE_AFTER_FAULT = Duration.ofSeconds(5);

    private final ReadExtract readExtract;
    private final EraseExtracts eraseExtracts;
    private volatile @Nullable Disposable running;

    ExtractLoop(ReadExtract readExtract, EraseExtracts eraseExtracts) {
        this.readExtract = readExtract;
        this.eraseExtracts = eraseExtracts;
    }

    @Override
    public void start() {
        running = Disposables.composite(
                again(Mono.defer(readExtract::round), READING_PACE),
                again(Mono.defer(eraseExtracts::due).then(), ERASING_PACE));
    }

    private static Disposable again(Mono<Void> round, Duration pace) {
        return round.repeatWhen(rounds -> rounds.delayElements(pace))
                .doOnError(error ->
                        log.warn("Work on extracts pauses: {}", error.getClass().getSimpleName()))
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

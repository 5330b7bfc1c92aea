package org.yici.disbursement.household.sheet;

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

/** Looks again and again for a large list that is to be read, and for a confirmed one to be entered. Any number of instances may: one gets it. */
@Component
final class EnteringLoop implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(EnteringLoop.class);
    private static final Duration PACE = Duration.ofMillis(500);
    private static final Duration PAUSE_AFTER_FAULT = Duration.ofSeconds(5);

    private final ReadList readList;
    private final EnterList enterList;
    private volatile @Nullable Disposable running;

    EnteringLoop(ReadList readList, EnterList enterList) {
        this.readList = readList;
        this.enterList = enterList;
    }

    @Override
    public void start() {
        running = Disposables.composite(again(Mono.defer(readList::round)), again(Mono.defer(enterList::round)));
    }

    private static Disposable again(Mono<Void> round) {
        return round.repeatWhen(rounds -> rounds.delayElements(PACE))
                .doOnError(error ->
                        log.warn("Work on lists pauses: {}", error.getClass().getSimpleName()))
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

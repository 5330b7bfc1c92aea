package org.yici.donations;

import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/** Work that is looked for again and again while the service runs. An error is logged and costs a second. */
public final class Loop implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Loop.class);
    private static final Duration AFTER_AN_ERROR = Duration.ofSeconds(1);

    private final String name;
    private final Duration pace;
    private final Supplier<Mono<Void>> round;
    private volatile @Nullable Disposable running;

    /** @param pace the pause between two rounds */
    public Loop(String name, Duration pace, Supplier<Mono<Void>> round) {
        this.name = name;
        this.pace = pace;
        this.round = round;
    }

    @Override
    public void start() {
        running = Mono.defer(round)
                .repeatWhen(rounds -> rounds.delayElements(pace))
                .doOnError(error -> log.warn("{} pauses: {}", name, error.toString()))
                .retryWhen(Retry.fixedDelay(Long.MAX_VALUE, AFTER_AN_ERROR))
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

package org.yici.platform.clock;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/** Keeps this service's program clock in step with the stored offset, four times a second. Demo only. */
final class ClockFollower implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(ClockFollower.class);
    private static final Duration PACE = Duration.ofMillis(250);

    private final DemoClock clock;
    private volatile @Nullable Disposable following;

    ClockFollower(DemoClock clock) {
        this.clock = clock;
    }

    @Override
    public void start() {
        following = Mono.defer(clock::refresh)
                .repeatWhen(done -> done.delayElements(PACE))
                .doOnError(error -> log.warn("The stored clock cannot be read: {}", error.getMessage()))
                .retryWhen(Retry.fixedDelay(Long.MAX_VALUE, Duration.ofSeconds(1)))
                .subscribe();
    }

    @Override
    public void stop() {
        Disposable running = following;
        if (running != null) {
            running.dispose();
            following = null;
        }
    }

    @Override
    public boolean isRunning() {
        return following != null;
    }

    /** First to start, last to stop: everything else asks the clock. */
    @Override
    public int getPhase() {
        return Integer.MIN_VALUE + 100;
    }
}

package org.yici.disbursement.notice;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.yici.disbursement.clock.KeptTime;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/** Keeps the time and looks for notices that are over, again and again while the service runs. */
@Component
final class NoticeSweeper implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(NoticeSweeper.class);
    private static final Duration PAUSE_AFTER_FAULT = Duration.ofSeconds(5);

    private final EndNotices endNotices;
    private final KeptTime keptTime;
    private final Senders senders;
    private final Duration pace;
    private volatile @Nullable Disposable sweeping;

    NoticeSweeper(
            EndNotices endNotices, KeptTime keptTime, Senders senders, @Value("${yici.notice.sweep}") Duration pace) {
        this.endNotices = endNotices;
        this.keptTime = keptTime;
        this.senders = senders;
        this.pace = pace;
    }

    @Override
    public void start() {
        sweeping = keptTime.keep()
                .then(Mono.defer(senders::forgetEarlierDays))
                .then(Mono.defer(endNotices::due))
                .doOnNext(ended -> {
                    if (ended > 0) {
                        log.info("{} public notices ended", ended);
                    }
                })
                .repeatWhen(rounds -> rounds.delayElements(pace))
                .doOnError(error -> log.warn("Ending notices pauses: {}", error.toString()))
                .retryWhen(Retry.fixedDelay(Long.MAX_VALUE, PAUSE_AFTER_FAULT))
                .subscribe();
    }

    @Override
    public void stop() {
        Disposable running = sweeping;
        if (running != null) {
            running.dispose();
            sweeping = null;
        }
    }

    @Override
    public boolean isRunning() {
        return sweeping != null;
    }

    /** Before the first request comes in: the time that was kept is known by then. */
    @Override
    public int getPhase() {
        return Integer.MIN_VALUE + 200;
    }
}

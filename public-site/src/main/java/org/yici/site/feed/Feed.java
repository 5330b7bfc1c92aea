package org.yici.site.feed;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.stereotype.Component;
import org.yici.platform.facts.Topics;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** Starts and stops the three readers. */
@Component
final class Feed implements SmartLifecycle {

    private static final Duration CLOSE = Duration.ofSeconds(3);

    private final List<Projection<PublicJournal>> journals;
    private final List<Projection<PublicFact>> facts;
    private final List<Projection<PublicNotice>> notices;
    private final Positions positions;
    private final Changes changes;
    private final ConsumerFactory<String, String> consumers;
    private @Nullable Disposable reading;
    private @Nullable Scheduler threads;

    Feed(
            List<Projection<PublicJournal>> journals,
            List<Projection<PublicFact>> facts,
            List<Projection<PublicNotice>> notices,
            Positions positions,
            Changes changes,
            ConsumerFactory<String, String> consumers) {
        this.journals = journals;
        this.facts = facts;
        this.notices = notices;
        this.positions = positions;
        this.changes = changes;
        this.consumers = consumers;
    }

    @Override
    public synchronized void start() {
        Scheduler three = Schedulers.newBoundedElastic(3, Integer.MAX_VALUE, "feed", 60, true);
        threads = three;
        reading = Mono.when(
                        reader(Topics.LEDGER, new JournalWording(), journals, three),
                        reader(Topics.FACTS, new FactWording(), facts, three),
                        reader(Topics.NOTICES, new NoticeWording(), notices, three))
                .subscribe();
    }

    private <T> Mono<Void> reader(
            String topic, Wording<T> wording, List<Projection<T>> projections, Scheduler threads) {
        return new TopicReader<>(topic, wording, projections, positions, changes, consumers, Schedulers.single(threads))
                .read();
    }

    @Override
    public synchronized void stop() {
        if (reading != null) {
            reading.dispose();
            reading = null;
        }
        if (threads != null) {
            threads.disposeGracefully().timeout(CLOSE).onErrorComplete().subscribe();
            threads = null;
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return reading != null;
    }

    /** After those who listen to changes. */
    @Override
    public int getPhase() {
        return 0;
    }
}

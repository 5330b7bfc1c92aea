package org.yici.site.feed;

import io.r2dbc.spi.R2dbcTransientException;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.Callable;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.transaction.TransactionException;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.util.retry.Retry;

/**
 * Reads one topic from the stored position on, for as long as it is subscribed to. Without a consumer group: the position
 * belongs to what was made of the records, so it is stored with that. Kafka's client blocks, so it has a thread of its own.
 */
final class TopicReader<T> {

    private static final Logger log = LoggerFactory.getLogger(TopicReader.class);
    private static final int BATCH = 1_000;
    private static final Duration POLL = Duration.ofSeconds(1);
    private static final Duration PAUSE = Duration.ofSeconds(5);
    private static final Duration OUTAGE = Duration.ofSeconds(1);

    private final TopicPartition partition;
    private final Wording<T> wording;
    private final List<Projection<T>> projections;
    private final Positions positions;
    private final Changes changes;
    private final ConsumerFactory<String, String> consumers;
    private final Scheduler thread;

    TopicReader(
            String topic,
            Wording<T> wording,
            List<Projection<T>> projections,
            Positions positions,
            Changes changes,
            ConsumerFactory<String, String> consumers,
            Scheduler thread) {
        this.partition = new TopicPartition(topic, 0);
        this.wording = wording;
        this.projections = projections;
        this.positions = positions;
        this.changes = changes;
        this.consumers = consumers;
        this.thread = thread;
    }

    /** Never completes. A stop, an outage, a wipe: it reads the stored position again and goes on from there. */
    Mono<Void> read() {
        return Mono.usingWhen(onThread(this::open), this::follow, this::close)
                .retryWhen(Retry.from(failures -> failures.concatMap(failure -> pauseAfter(failure.failure()))));
    }

    private Mono<Void> follow(Consumer<String, String> consumer) {
        return positions
                .of(partition.topic())
                .flatMap(start -> onThread(() -> {
                    consumer.seek(partition, start.offset());
                    return start;
                }))
                .expand(position -> onThread(() -> consumer.poll(POLL)).flatMap(polled -> apply(polled, position)))
                .then()
                .doOnError(Positions.PositionMoved.class, moved -> changes.happened())
                .retryWhen(Retry.indefinitely().filter(Positions.PositionMoved.class::isInstance));
    }

    private Mono<Position> apply(ConsumerRecords<String, String> polled, Position start) {
        Batch<T> batch = Batch.of(polled, start, wording);
        Mono<Void> stop = batch.stop() == null ? Mono.empty() : Mono.error(batch.stop());
        if (batch.end().equals(start)) {
            return stop.then(positions.check(partition.topic(), start));
        }
        return positions
                .move(partition.topic(), start, batch.end(), () -> project(batch.items()))
                .doOnSuccess(done -> changes.happened())
                .then(stop)
                .thenReturn(batch.end());
    }

    private Mono<Void> project(List<T> items) {
        return items.isEmpty()
                ? Mono.empty()
                : Flux.fromIterable(projections)
                        .concatMap(projection -> projection.apply(items))
                        .then();
    }

    private Mono<Long> pauseAfter(Throwable failure) {
        if (!isOutage(failure)) {
            log.error("The feed of {} stands: {}", partition.topic(), failure.getMessage(), failure.getCause());
            return Mono.delay(PAUSE);
        }
        log.warn("The feed of {} pauses: {}", partition.topic(), failure.toString());
        return Mono.delay(OUTAGE);
    }

    /** What passes by itself; anything else is in the records or in us. */
    private static boolean isOutage(Throwable failure) {
        return failure instanceof KafkaException
                || failure instanceof TransientDataAccessException
                || failure instanceof DataAccessResourceFailureException
                || failure instanceof TransactionException
                || NestedExceptionUtils.getMostSpecificCause(failure) instanceof R2dbcTransientException;
    }

    private Consumer<String, String> open() {
        Properties settings = new Properties();
        settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, Integer.toString(BATCH));
        Consumer<String, String> consumer = consumers.createConsumer(null, "site", partition.topic(), settings);
        consumer.assign(List.of(partition));
        return consumer;
    }

    private Mono<Void> close(Consumer<String, String> consumer) {
        return Mono.<Void>fromRunnable(consumer::close).subscribeOn(thread);
    }

    private <R> Mono<R> onThread(Callable<R> call) {
        return Mono.fromCallable(call).subscribeOn(thread);
    }
}

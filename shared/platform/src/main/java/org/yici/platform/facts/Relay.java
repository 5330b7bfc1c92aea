package org.yici.platform.facts;

import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.r2dbc.connection.SingleConnectionFactory;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/**
 * Carries what is committed to Kafka, in order. One relay works at a time, whichever instance of whichever service holds
 * the advisory lock; the lock lives and dies with its connection, and all reading happens on that connection, so a relay
 * that lost it stops. It resumes from what each topic last holds. A record that was sent twice in a hand-over is dropped
 * by the readers, by its number.
 *
 * <p>It keeps to a pace, since publishing yields to giving: at more gifts a second than that the public pages fall behind,
 * and catch up when the rush is over. Nothing is left out, and the order stays.
 */
final class Relay implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Relay.class);
    /** An arbitrary number that no other advisory lock of the platform uses. */
    private static final long LOCK = 0x79696369L;

    private static final int BATCH = 500;
    private static final Duration IDLE = Duration.ofMillis(40);
    private static final Duration TAKE_OVER = Duration.ofSeconds(1);

    private final ConnectionFactory unpooled;
    private final Function<DatabaseClient, List<Source>> sources;
    private final KafkaTemplate<String, String> kafka;
    private final TopicEnd ends;
    private final int pace;
    private volatile @Nullable Disposable working;

    /** @param pace how many records of a source go in a second, at most */
    Relay(
            ConnectionFactory unpooled,
            Function<DatabaseClient, List<Source>> sources,
            KafkaTemplate<String, String> kafka,
            TopicEnd ends,
            int pace) {
        this.unpooled = unpooled;
        this.sources = sources;
        this.kafka = kafka;
        this.ends = ends;
        this.pace = pace;
    }

    @Override
    public void start() {
        working = Mono.usingWhen(Mono.from(unpooled.create()), this::work, Connection::close)
                .doOnError(error -> log.warn("The relay pauses: {}", error.toString()))
                .retryWhen(Retry.fixedDelay(Long.MAX_VALUE, TAKE_OVER))
                .repeatWhen(ended -> ended.delayElements(TAKE_OVER))
                .subscribe();
    }

    private Mono<Void> work(Connection connection) {
        DatabaseClient database =
                DatabaseClient.create(new SingleConnectionFactory(connection, unpooled.getMetadata(), true));
        return database.sql("select pg_try_advisory_lock(" + LOCK + ") as mine")
                .map(row -> row.get("mine", Boolean.class))
                .one()
                .filter(mine -> mine)
                .flatMap(mine -> resume(database));
    }

    private Mono<Void> resume(DatabaseClient database) {
        return Flux.fromIterable(sources.apply(database))
                .flatMapSequential(source -> ends.lastNumber(source.topic()).map(last -> new Position(source, last)))
                .collectList()
                .flatMap(positions -> Flux.fromIterable(positions)
                        .concatMap(this::carry)
                        .then()
                        .repeatWhen(rounds -> rounds.concatMap(any -> Mono.delay(IDLE)))
                        .then());
    }

    /** Everything that waits in one source, batch by batch. */
    private Mono<Void> carry(Position position) {
        return batch(position)
                .expand(size -> size == BATCH ? batch(position) : Mono.empty())
                .then();
    }

    private Mono<Integer> batch(Position position) {
        return Mono.defer(() -> position.source.after(position.last, BATCH).collectList())
                .flatMap(records -> send(records).then(Mono.fromSupplier(() -> position.advance(records))))
                .delayUntil(this::paced);
    }

    private Mono<Long> paced(int sent) {
        return sent == 0 ? Mono.empty() : Mono.delay(Duration.ofSeconds(sent).dividedBy(pace));
    }

    /**
     * Sends until one is refused on the spot, and fails with it: nothing behind it may go, or readers would find a gap that
     * nobody can fill. What is sent is delivered in order and never given up (see the producer's settings).
     */
    private Mono<Void> send(List<Outgoing> batch) {
        return Mono.defer(() -> {
            List<CompletableFuture<?>> sent = new ArrayList<>(batch.size());
            for (Outgoing outgoing : batch) {
                CompletableFuture<?> one = kafka.send(outgoing.record());
                sent.add(one);
                if (one.isCompletedExceptionally()) {
                    break;
                }
            }
            return Mono.fromFuture(CompletableFuture.allOf(sent.toArray(CompletableFuture[]::new)));
        });
    }

    @Override
    public void stop() {
        Disposable running = working;
        if (running != null) {
            running.dispose();
            working = null;
        }
    }

    @Override
    public boolean isRunning() {
        return working != null;
    }

    private static final class Position {
        private final Source source;
        private long last;

        Position(Source source, long last) {
            this.source = source;
            this.last = last;
        }

        int advance(List<Outgoing> sent) {
            if (!sent.isEmpty()) {
                last = sent.get(sent.size() - 1).number();
            }
            return sent.size();
        }
    }
}

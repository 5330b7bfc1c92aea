package org.yici.donations.donation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.InvalidDataAccessResourceUsageException;
import org.yici.platform.outcome.Outcome;
import reactor.core.Scannable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Schedulers;

/**
 * Commits many requests as one: takes whatever arrived during the last commit, works it off together, answers each
 * caller, and looks again. There is no timer, so a lone request goes at once. It runs on its own subscription: a caller
 * who hangs up stops listening, and nothing else.
 *
 * <p>When a batch fails for what is in it, its requests are worked off one by one, so that what spoiled it is refused
 * alone. When it fails because the database is out of reach, all its callers are told at once to come again: one by one
 * they would wait for the same outage in a row. No batch lasts longer than its time limit, so the next one always comes.
 *
 * @param <Q> a request
 * @param <A> its answer
 */
public final class GroupCommit<Q, A> {

    private static final Logger log = LoggerFactory.getLogger(GroupCommit.class);
    private static final int BATCH = 1_000;
    /** Beyond the limits of the database's own statements and locks ({@link GiftsDatabase}). */
    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final String name;
    private final Function<List<Q>, Mono<List<Outcome<A>>>> work;
    private final Duration limit;
    private final BlockingQueue<Waiting<Q, A>> queue;
    private final AtomicBoolean working = new AtomicBoolean();

    /**
     * @param most may wait; whoever comes when as many do is told to come again
     * @param work answers every request of a batch, in its order, in one transaction
     */
    public GroupCommit(String name, int most, Function<List<Q>, Mono<List<Outcome<A>>>> work) {
        this(name, most, work, LIMIT);
    }

    GroupCommit(String name, int most, Function<List<Q>, Mono<List<Outcome<A>>>> work, Duration limit) {
        this.name = name;
        this.queue = new ArrayBlockingQueue<>(most);
        this.work = work;
        this.limit = limit;
    }

    private record Waiting<Q, A>(Q request, Sinks.One<Outcome<A>> answer) {

        boolean isOpen() {
            return !Boolean.TRUE.equals(answer.scan(Scannable.Attr.TERMINATED));
        }
    }

    /**
     * The answer after the commit; refused as {@link DonationReason#BUSY} when too many wait. An outage is an error (503):
     * it is not known whether the request was worked off, and it may be repeated.
     */
    public Mono<Outcome<A>> submit(Q request) {
        Waiting<Q, A> waiting = new Waiting<>(request, Sinks.one());
        if (!queue.offer(waiting)) {
            return Mono.just(Outcome.refused(DonationReason.BUSY));
        }
        drain();
        return waiting.answer.asMono();
    }

    /** Starts the next batch unless one is under way; the one under way looks into the queue when it ends. */
    private void drain() {
        while (!queue.isEmpty() && working.compareAndSet(false, true)) {
            List<Waiting<Q, A>> batch = new ArrayList<>();
            queue.drainTo(batch, BATCH);
            if (batch.isEmpty()) {
                working.set(false);
            } else {
                var running = workOff(batch)
                        .doOnTerminate(this::next)
                        .publishOn(Schedulers.parallel())
                        .doOnNext(Runnable::run)
                        .subscribe();
                log.trace("{} works off {}: {}", name, batch.size(), running);
            }
        }
    }

    private void next() {
        working.set(false);
        drain();
    }

    /**
     * Answers what is left to do: telling the callers. It is done on another thread, while this one sends off the next
     * batch: neither the database nor its connection waits for our answers.
     */
    private Mono<Runnable> workOff(List<Waiting<Q, A>> batch) {
        return attempt(batch)
                .onErrorResume(error -> batch.size() > 1 && isInTheRequests(error), error -> alone(batch, error))
                .onErrorResume(error -> fail(batch, error));
    }

    private Mono<Runnable> attempt(List<Waiting<Q, A>> batch) {
        return Mono.defer(() -> work.apply(batch.stream().map(Waiting::request).toList()))
                .timeout(limit)
                .map(answers -> () -> answer(batch, answers));
    }

    /** One by one, until all are answered or the database is out of reach. */
    private Mono<Runnable> alone(List<Waiting<Q, A>> batch, Throwable error) {
        log.warn("{}: a batch of {} failed and is worked off one by one: {}", name, batch.size(), error.toString());
        return Flux.fromIterable(batch)
                .concatMap(one -> attempt(List.of(one))
                        .onErrorResume(GroupCommit::isInTheRequests, its -> fail(List.of(one), its)))
                .doOnNext(Runnable::run)
                .then(Mono.just(() -> {}));
    }

    /** Tells everyone who has no answer yet. */
    private Mono<Runnable> fail(List<Waiting<Q, A>> batch, Throwable error) {
        Throwable told =
                isInTheRequests(error) ? error : new DataAccessResourceFailureException(name + " failed", error);
        List<Waiting<Q, A>> left = batch.stream().filter(Waiting::isOpen).toList();
        log.warn("{}: {} of a batch of {} failed: {}", name, left.size(), batch.size(), error.toString());
        return Mono.just(
                () -> left.forEach(waiting -> waiting.answer.tryEmitError(told).orThrow()));
    }

    /** Whether another batch might do: what the database or our own code says of a request, not of its own state. */
    private static boolean isInTheRequests(Throwable error) {
        return error instanceof DataIntegrityViolationException
                || error instanceof InvalidDataAccessResourceUsageException
                || error instanceof IllegalArgumentException
                || error instanceof ArithmeticException
                || error instanceof NullPointerException;
    }

    private static <Q, A> void answer(List<Waiting<Q, A>> batch, List<Outcome<A>> answers) {
        for (int i = 0; i < batch.size(); i++) {
            batch.get(i).answer.tryEmitValue(answers.get(i)).orThrow();
        }
    }
}

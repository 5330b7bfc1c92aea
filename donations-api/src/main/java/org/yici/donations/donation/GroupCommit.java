package org.yici.donations.donation;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yici.platform.outcome.Outcome;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/**
 * Commits many requests as one: takes whatever arrived during the last commit, works it off together, answers each
 * caller, and looks again. There is no timer, so a lone request goes at once. It runs on its own subscription: a caller
 * who hangs up stops listening, and nothing else.
 *
 * <p>When a batch fails, its requests are worked off one by one, so that what spoiled it is refused alone.
 *
 * @param <Q> a request
 * @param <A> its answer
 */
public final class GroupCommit<Q, A> {

    private static final Logger log = LoggerFactory.getLogger(GroupCommit.class);
    private static final int BATCH = 1_000;
    /** As many as are worked off in about a second; whoever comes when it is full is told to come again. */
    private static final int WAITING = 20_000;

    private final String name;
    private final Function<List<Q>, Mono<List<Outcome<A>>>> work;
    private final BlockingQueue<Waiting<Q, A>> queue = new ArrayBlockingQueue<>(WAITING);
    private final AtomicBoolean working = new AtomicBoolean();

    /** @param work answers every request of a batch, in its order, in one transaction */
    public GroupCommit(String name, Function<List<Q>, Mono<List<Outcome<A>>>> work) {
        this.name = name;
        this.work = work;
    }

    private record Waiting<Q, A>(Q request, Sinks.One<Outcome<A>> answer) {}

    /** The answer after the commit; refused as {@link DonationReason#BUSY} when too many wait. */
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
                        .doFinally(signal -> {
                            working.set(false);
                            drain();
                        })
                        .subscribe();
                log.trace("{} works off {}: {}", name, batch.size(), running);
            }
        }
    }

    private Mono<Void> workOff(List<Waiting<Q, A>> batch) {
        return Mono.defer(() -> work.apply(batch.stream().map(Waiting::request).toList()))
                .doOnNext(answers -> answer(batch, answers))
                .then()
                .onErrorResume(error -> alone(batch, error));
    }

    private Mono<Void> alone(List<Waiting<Q, A>> batch, Throwable error) {
        if (batch.size() == 1) {
            batch.get(0).answer.tryEmitError(error).orThrow();
            return Mono.empty();
        }
        log.warn("{}: a batch of {} failed and is worked off one by one: {}", name, batch.size(), error.toString());
        return Flux.fromIterable(batch).concatMap(one -> workOff(List.of(one))).then();
    }

    private static <Q, A> void answer(List<Waiting<Q, A>> batch, List<Outcome<A>> answers) {
        for (int i = 0; i < batch.size(); i++) {
            batch.get(i).answer.tryEmitValue(answers.get(i)).orThrow();
        }
    }
}

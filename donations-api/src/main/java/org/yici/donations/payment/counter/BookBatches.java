package org.yici.donations.payment.counter;

import java.time.Duration;
import java.util.List;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Makes the lines of confirmed batches gifts, some at a time, and writes down how far it is. A crash at any moment costs
 * nothing: what is booked is known by its key and its number, so it is not booked again. Two who book the same batch do the
 * same, once.
 */
@Component
final class BookBatches {

    private static final int PART = 1_000;
    private static final int IN_PARALLEL = 500;
    /** So long a batch whose booking stopped is left alone, and one of which lines are held. */
    private static final Duration LEASE = Duration.ofSeconds(30);

    private final CounterBatches batches;
    private final CounterLines lines;
    private final BookLine bookLine;
    private final BookedLines booked;

    BookBatches(CounterBatches batches, CounterLines lines, BookLine bookLine, BookedLines booked) {
        this.batches = batches;
        this.lines = lines;
        this.bookLine = bookLine;
        this.booked = booked;
    }

    /** One round: every batch that waits, each to its end. */
    Mono<Void> round() {
        return batches.claim(LEASE)
                .flatMap(id -> book(id).thenReturn(id))
                .expand(done -> batches.claim(LEASE).flatMap(id -> book(id).thenReturn(id)))
                .then();
    }

    /** True when all its lines are in the books now. */
    Mono<Boolean> book(CounterBatchId id) {
        return part(id, 0).expand(last -> part(id, last)).then(Mono.defer(() -> batches.finish(id)));
    }

    /** Books the lines behind one, and answers the last of them; empty when there were none. */
    private Mono<Integer> part(CounterBatchId id, int after) {
        return lines.unbooked(id, after, PART)
                .collectList()
                .filter(part -> !part.isEmpty())
                .flatMap(part ->
                        book(id, part).thenReturn(part.get(part.size() - 1).number()));
    }

    private Mono<Void> book(CounterBatchId id, List<CounterLine> part) {
        return Flux.fromIterable(part)
                .flatMap(line -> bookLine.book(id, line), IN_PARALLEL)
                .collectList()
                .flatMap(results -> booked.write(id, results, LEASE));
    }
}

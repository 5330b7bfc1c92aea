package org.yici.donations.payment.counter;

import java.time.Duration;
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
    private static final int IN_PARALLEL = 1_000;
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

    /** True when all its lines are in the books now. While some are written down, the next ones are being booked. */
    Mono<Boolean> book(CounterBatchId id) {
        return unbooked(id)
                .flatMap(line -> bookLine.book(id, line), IN_PARALLEL)
                .buffer(PART)
                .concatMap(results -> booked.write(id, results, LEASE), 1)
                .then(Mono.defer(() -> batches.finish(id)));
    }

    private Flux<CounterLine> unbooked(CounterBatchId id) {
        return lines.unbooked(id, 0, PART)
                .collectList()
                .expand(part -> part.size() < PART
                        ? Mono.empty()
                        : lines.unbooked(id, part.get(PART - 1).number(), PART).collectList())
                .concatMapIterable(part -> part, 1);
    }
}

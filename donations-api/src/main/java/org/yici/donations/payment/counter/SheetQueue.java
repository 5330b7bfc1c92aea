package org.yici.donations.payment.counter;

import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * The sheets that this process has been given, read one after the other, so that none holds up gifts or pictures. It lives in
 * memory: when the process ends nobody says of its batches any more that they are read, and they count as cut short.
 */
@Component
final class SheetQueue {

    private static final int MOST = 20;

    private final BlockingQueue<WaitingSheet> waiting = new ArrayBlockingQueue<>(MOST);
    private final Set<CounterBatchId> ours = ConcurrentHashMap.newKeySet();
    private final ReadSheet reading;
    private final ReadingRows rows;

    SheetQueue(ReadSheet reading, ReadingRows rows) {
        this.reading = reading;
        this.rows = rows;
    }

    boolean isFull() {
        return waiting.remainingCapacity() == 0;
    }

    /** False when there is no room for it. */
    boolean add(WaitingSheet sheet) {
        ours.add(sheet.batch());
        boolean added = waiting.offer(sheet);
        if (!added) {
            ours.remove(sheet.batch());
        }
        return added;
    }

    /** Reads what waits. */
    Mono<Void> round() {
        return Mono.fromSupplier(waiting::poll)
                .flatMap(sheet -> reading.read(sheet)
                        .doFinally(signal -> ours.remove(sheet.batch()))
                        .thenReturn(sheet))
                .repeatWhen(rounds -> rounds.takeWhile(count -> count > 0))
                .then();
    }

    /** Says which batches are still ours, and breaks off those that are nobody's. */
    Mono<Void> keep() {
        return Mono.defer(() -> rows.keep(Set.copyOf(ours)))
                .thenMany(reading.cutShort().repeatWhen(rounds -> rounds.takeWhile(count -> count > 0)))
                .then();
    }
}

package org.yici.benchmarks.posting;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.yici.benchmarks.process.Line;
import org.yici.donations.donation.GroupCommit;
import org.yici.ledger.Journal;
import org.yici.ledger.Ledger;
import org.yici.ledger.Posting;
import org.yici.platform.outcome.Outcome;
import reactor.core.publisher.BaseSubscriber;
import reactor.core.publisher.Mono;

/** Many callers at once: each posts a gift's journal, waits until it is in the books, and posts the next. */
final class Callers {

    private static final int PATIENCE_SECONDS = 60;

    private final Ledger ledger;
    private final int callers;
    private final GroupCommit<Journal, Posting> commits;
    private final GiftJournals journals = new GiftJournals();
    private final Semaphore idle;
    private final AtomicInteger posted = new AtomicInteger();
    private final AtomicInteger refused = new AtomicInteger();

    Callers(Ledger ledger, int callers) {
        this.ledger = ledger;
        this.callers = callers;
        this.idle = new Semaphore(callers);
        this.commits = new GroupCommit<>("posting", callers, this::commit);
    }

    private Mono<List<Outcome<Posting>>> commit(List<Journal> batch) {
        return ledger.post(batch)
                .map(postings -> postings.stream().map(Outcome::done).toList());
    }

    Line post(long nanos) throws InterruptedException {
        long begin = System.nanoTime();
        while (System.nanoTime() - begin < nanos) {
            idle.acquire();
            commits.submit(journals.next(Instant.now())).subscribe(new Caller());
        }
        int inTime = posted.get();
        double seconds = (System.nanoTime() - begin) / 1e9;
        if (!idle.tryAcquire(callers, PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            throw new IllegalStateException(callers - idle.availablePermits() + " callers were never answered");
        }
        return Line.of("posted")
                .with("per_s", inTime / seconds)
                .with("posted", posted.get())
                .with("errors", refused.get());
    }

    private final class Caller extends BaseSubscriber<Outcome<Posting>> {

        @Override
        protected void hookOnNext(Outcome<Posting> outcome) {
            boolean now = outcome.fold(
                    posting -> posting.fold(posted -> true, already -> false, not -> false), refusal -> false);
            (now ? posted : refused).incrementAndGet();
            idle.release();
        }

        @Override
        protected void hookOnError(Throwable failed) {
            refused.incrementAndGet();
            idle.release();
        }
    }
}

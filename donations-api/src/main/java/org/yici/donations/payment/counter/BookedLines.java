package org.yici.donations.payment.counter;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.yici.donations.payment.counter.BookLine.Result;
import org.yici.platform.database.Transactions;
import org.yici.platform.outcome.Outcome;
import reactor.core.publisher.Mono;

/** Writes down which lines are in the books, and how many there are of them now. */
@Component
final class BookedLines {

    private static final String SQL = """
            with done as (
              update donations.counter_line l set donation = r.donation, sequence = r.sequence, held = r.held
              from unnest($2, $3, $4, $5) as r (line, donation, sequence, held)
              where l.batch = $1 and l.line = r.line and l.sequence is null
              returning l.sequence)
            update donations.counter_batch set booked = booked + (select count(sequence) from done),
              try_at = now() + $6 * interval '1 second'
            where number = $1
            """;

    private final DatabaseClient database;
    private final CounterBatches batches;
    private final Transactions transactions;

    BookedLines(DatabaseClient database, CounterBatches batches, Transactions transactions) {
        this.database = database;
        this.batches = batches;
        this.transactions = transactions;
    }

    /**
     * The batch is locked before its lines: whoever books it at the same time waits, and then finds them written.
     *
     * @param lease how long the batch stays with whoever books it
     */
    Mono<Void> write(CounterBatchId batch, List<Result> results, Duration lease) {
        return transactions
                .inOne(() -> batches.lock(batch)
                        .flatMap(locked -> update(batch, results, lease).thenReturn(Outcome.done(locked))))
                .then();
    }

    private Mono<Void> update(CounterBatchId batch, List<Result> results, Duration lease) {
        return database.sql(SQL)
                .bind(0, batch.number())
                .bind(1, results.stream().map(Result::line).toArray(Integer[]::new))
                .bind(
                        2,
                        all(
                                results,
                                r -> r.booked() == null
                                        ? null
                                        : r.booked().donation().value(),
                                UUID[]::new))
                .bind(
                        3,
                        all(results, r -> r.booked() == null ? null : r.booked().sequence(), Long[]::new))
                .bind(4, all(results, Result::held, String[]::new))
                .bind(5, lease.toSeconds())
                .then();
    }

    private static <T> @Nullable T[] all(
            List<Result> results, Function<Result, @Nullable T> part, IntFunction<T[]> array) {
        return results.stream().map(part).toArray(array);
    }
}

package org.yici.donations.payment.counter;

import static java.util.Objects.requireNonNull;

import io.r2dbc.spi.Readable;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.yici.donations.payment.counter.CounterBatch.Counts;
import org.yici.donations.payment.counter.CounterBatch.Reading;
import org.yici.donations.payment.counter.CounterBatch.Source;
import org.yici.ledger.Money;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The batches on file. */
@Component
public final class CounterBatches {

    private static final String SELECT =
            "select number, state, source, file_name, entered_by, entered_at, submitted_at,"
                    + " decided_by, decided_at, good, refused, passed_over, booked, total, rows_read, rows_in_sheet, fault"
                    + " from donations.counter_batch ";

    private final DatabaseClient database;

    CounterBatches(DatabaseClient database) {
        this.database = database;
    }

    public Mono<CounterBatch> find(CounterBatchId id) {
        return database.sql(SELECT + "where number = $1")
                .bind(0, id.number())
                .map(CounterBatches::batch)
                .one();
    }

    /** Newest first, before a number. */
    public Flux<CounterBatch> before(long number, int limit) {
        return database.sql(SELECT + "where number < $1 order by number desc limit $2")
                .bind(0, number)
                .bind(1, limit)
                .map(CounterBatches::batch)
                .all();
    }

    Mono<CounterBatch> lock(CounterBatchId id) {
        return database.sql(SELECT + "where number = $1 for update")
                .bind(0, id.number())
                .map(CounterBatches::batch)
                .one();
    }

    /** One that counts as being read and that nobody says so of any more, locked. */
    Mono<CounterBatch> lockAbandoned() {
        return database.sql(SELECT + "where state = 'READING' and try_at <= now() order by number limit 1"
                        + " for update skip locked")
                .map(CounterBatches::batch)
                .one();
    }

    /** The draft that this person types at. */
    public Mono<CounterBatch> typed(String username) {
        return typed(username, "");
    }

    /** The same, locked. */
    Mono<CounterBatch> lockTyped(String username) {
        return typed(username, " for update");
    }

    private Mono<CounterBatch> typed(String username, String lock) {
        return database.sql(SELECT + "where state = 'DRAFT' and source = 'TYPED' and entered_by = $1"
                        + " order by number desc limit 1" + lock)
                .bind(0, username)
                .map(CounterBatches::batch)
                .one();
    }

    /** The batch of the very same file that was submitted and not sent back. */
    Mono<CounterBatchId> ofContent(byte[] hash) {
        return database.sql("select number from donations.counter_batch where content_hash = $1"
                        + " and state in ('SUBMITTED', 'CONFIRMED', 'BOOKED')")
                .bind(0, hash)
                .map(CounterBatches::id)
                .one();
    }

    /** Whether this draft's file has been submitted as another batch since it was checked. */
    Mono<CounterBatchId> submittedAs(CounterBatchId draft) {
        return database.sql("select o.number from donations.counter_batch d join donations.counter_batch o"
                        + " on o.content_hash = d.content_hash and o.state in ('SUBMITTED', 'CONFIRMED', 'BOOKED')"
                        + " where d.number = $1")
                .bind(0, draft.number())
                .map(CounterBatches::id)
                .one();
    }

    /** A draft to type at. */
    Mono<CounterBatch> insertTyped(String username, Instant at) {
        return database.sql("insert into donations.counter_batch (source, entered_by, entered_at)"
                        + " values ('TYPED', $1, $2) returning number")
                .bind(0, username)
                .bind(1, utc(at))
                .map(CounterBatches::id)
                .one()
                .map(id -> new CounterBatch(
                        id,
                        BatchState.DRAFT,
                        Source.TYPED,
                        null,
                        username,
                        at,
                        null,
                        null,
                        null,
                        Counts.NONE,
                        Money.ZERO,
                        null));
    }

    /** Counts a draft's lines anew. */
    Mono<Void> count(CounterBatchId draft) {
        return database.sql("update donations.counter_batch set (good, refused, passed_over, total) = ("
                        + "select count(*) filter (where fate = 'GOOD'), count(*) filter (where fate = 'REFUSED'),"
                        + " count(*) filter (where fate = 'PASSED_OVER'),"
                        + " coalesce(sum(amount) filter (where fate = 'GOOD'), 0)"
                        + " from donations.counter_line where batch = $1) where number = $1")
                .bind(0, draft.number())
                .then();
    }

    Mono<Void> submit(CounterBatchId id, BatchState next, Instant at) {
        return database.sql("update donations.counter_batch set state = $2, submitted_at = $3 where number = $1")
                .bind(0, id.number())
                .bind(1, next.name())
                .bind(2, utc(at))
                .then();
    }

    Mono<Void> decide(CounterBatchId id, BatchState next, String username, Instant at) {
        return database.sql("update donations.counter_batch set state = $2, decided_by = $3, decided_at = $4,"
                        + " try_at = now() where number = $1")
                .bind(0, id.number())
                .bind(1, next.name())
                .bind(2, username)
                .bind(3, utc(at))
                .then();
    }

    Mono<Void> delete(CounterBatchId draft) {
        return database.sql("delete from donations.counter_batch where number = $1")
                .bind(0, draft.number())
                .then();
    }

    /** A confirmed batch whose booking nobody is at; nobody else gets it for as long as {@code lease}. */
    Mono<CounterBatchId> claim(Duration lease) {
        return database.sql(
                        "update donations.counter_batch set try_at = now() + $1 * interval '1 second' where number = ("
                                + "select number from donations.counter_batch where state = 'CONFIRMED' and try_at <= now()"
                                + " order by number limit 1 for update skip locked) returning number")
                .bind(0, lease.toSeconds())
                .map(CounterBatches::id)
                .one();
    }

    /** True when the last line was booked, and it is over. */
    Mono<Boolean> finish(CounterBatchId id) {
        return database.sql("update donations.counter_batch set state = 'BOOKED'"
                        + " where number = $1 and state = 'CONFIRMED' and booked = good")
                .bind(0, id.number())
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    private static CounterBatch batch(Readable row) {
        return new CounterBatch(
                id(row),
                BatchState.valueOf(requireNonNull(row.get("state", String.class))),
                Source.valueOf(requireNonNull(row.get("source", String.class))),
                row.get("file_name", String.class),
                requireNonNull(row.get("entered_by", String.class)),
                requireNonNull(instant(row, "entered_at")),
                instant(row, "submitted_at"),
                row.get("decided_by", String.class),
                instant(row, "decided_at"),
                new Counts(count(row, "good"), count(row, "refused"), count(row, "passed_over"), count(row, "booked")),
                Money.ofFen(requireNonNull(row.get("total", Long.class))),
                reading(row));
    }

    private static @Nullable Reading reading(Readable row) {
        return Source.SHEET.name().equals(row.get("source", String.class))
                ? new Reading(
                        count(row, "rows_read"),
                        row.get("rows_in_sheet", Integer.class),
                        ReadingRows.faults(row.get("fault", String.class)))
                : null;
    }

    static CounterBatchId id(Readable row) {
        return new CounterBatchId(requireNonNull(row.get("number", Long.class)));
    }

    private static int count(Readable row, String name) {
        return requireNonNull(row.get(name, Integer.class));
    }

    private static @Nullable Instant instant(Readable row, String name) {
        OffsetDateTime at = row.get(name, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}

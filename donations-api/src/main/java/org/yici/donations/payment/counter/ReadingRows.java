package org.yici.donations.payment.counter;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.yici.platform.outcome.FieldError;
import org.yici.platform.web.StrictJson;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** The batches whose sheets are being read. Whoever reads one says so from time to time, and it is his until he says no more. */
@Component
final class ReadingRows {

    /** So long a batch is nobody's before it counts as cut short. */
    static final Duration LEASE = Duration.ofSeconds(30);

    private static final JsonMapper JSON = StrictJson.strict();

    private final DatabaseClient database;

    ReadingRows(DatabaseClient database) {
        this.database = database;
    }

    /** @param hash of the file's content */
    Mono<CounterBatchId> begin(String fileName, byte[] hash, String username, Instant at) {
        return database.sql("insert into donations.counter_batch (state, source, file_name, content_hash, entered_by,"
                        + " entered_at, try_at) values ('READING', 'SHEET', $1, $2, $3, $4,"
                        + " now() + $5 * interval '1 second') returning number")
                .bind(0, fileName)
                .bind(1, hash)
                .bind(2, username)
                .bind(3, at.atOffset(ZoneOffset.UTC))
                .bind(4, LEASE.toSeconds())
                .map(CounterBatches::id)
                .one();
    }

    /**
     * @param row the last one that was read
     * @param last of the sheet
     */
    Mono<Void> progress(CounterBatchId id, int row, int last) {
        return database.sql(
                        "update donations.counter_batch set rows_read = greatest(rows_read, $2), rows_in_sheet = $3,"
                                + " try_at = now() + $4 * interval '1 second' where number = $1")
                .bind(0, id.number())
                .bind(1, row)
                .bind(2, last)
                .bind(3, LEASE.toSeconds())
                .then();
    }

    Mono<Void> end(CounterBatchId id, BatchState next) {
        return database.sql("update donations.counter_batch set state = $2 where number = $1")
                .bind(0, id.number())
                .bind(1, next.name())
                .then();
    }

    /**
     * Leaves the batch without a line.
     *
     * @param faults of the file; none when it was cut short
     */
    Mono<Void> breakOff(CounterBatchId id, BatchState next, List<FieldError> faults) {
        var update = database.sql("update donations.counter_batch set state = $2, fault = $3 where number = $1")
                .bind(0, id.number())
                .bind(1, next.name());
        return database.sql("delete from donations.counter_line where batch = $1")
                .bind(0, id.number())
                .then()
                .then((faults.isEmpty()
                                ? update.bindNull(2, String.class)
                                : update.bind(2, JSON.writeValueAsString(faults)))
                        .then());
    }

    /** Says that somebody is still at these. */
    Mono<Void> keep(Collection<CounterBatchId> ids) {
        return database.sql("update donations.counter_batch set try_at = now() + $2 * interval '1 second'"
                        + " where number = any($1) and state = 'READING'")
                .bind(0, ids.stream().map(CounterBatchId::number).toArray(Long[]::new))
                .bind(1, LEASE.toSeconds())
                .then();
    }

    static List<FieldError> faults(@Nullable String json) {
        return json == null ? List.of() : List.of(JSON.readValue(json, FieldError[].class));
    }
}

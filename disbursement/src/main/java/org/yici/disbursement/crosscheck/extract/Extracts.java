package org.yici.disbursement.crosscheck.extract;

import io.r2dbc.spi.Readable;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.yici.disbursement.Columns;
import org.yici.disbursement.crosscheck.extract.Extract.Counts;
import org.yici.disbursement.crosscheck.extract.Extract.State;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The extracts that were brought in, without their rows. */
@Component
public final class Extracts {

    private static final HexFormat HEX = HexFormat.of();
    private static final String SELECT = "select * from disbursement.extract ";

    private final DatabaseClient database;

    Extracts(DatabaseClient database) {
        this.database = database;
    }

    public Mono<Extract> find(ExtractId id) {
        return database.sql(SELECT + "where number = $1")
                .bind(0, id.number())
                .map(Extracts::read)
                .one();
    }

    /** Newest first, before a number. */
    public Flux<Extract> before(long number, int limit) {
        return database.sql(SELECT + "where number < $1 order by number desc limit $2")
                .bind(0, number)
                .bind(1, limit)
                .map(Extracts::read)
                .all();
    }

    /** Those that are asked on that day, in the order in which they came. */
    public Flux<Extract> validOn(LocalDate day) {
        return database.sql(SELECT + "where state = 'FILED' and expires_on >= $1 order by number")
                .bind(0, day)
                .map(Extracts::read)
                .all();
    }

    Flux<Extract> expiredBefore(LocalDate day) {
        return database.sql(SELECT + "where state = 'FILED' and expires_on < $1 order by number")
                .bind(0, day)
                .map(Extracts::read)
                .all();
    }

    Mono<Extract> lock(ExtractId id) {
        return database.sql(SELECT + "where number = $1 for update")
                .bind(0, id.number())
                .map(Extracts::read)
                .one();
    }

    /** The extract that this file is already, if it is one that stands. */
    Mono<ExtractId> known(ExtractKind kind, String hash) {
        return database.sql("select number from disbursement.extract"
                        + " where kind = $1 and file_hash = $2 and state <> 'ERASED'")
                .bind(0, kind.name())
                .bind(1, HEX.parseHex(hash))
                .map(row -> new ExtractId(Columns.number(row, "number")))
                .one();
    }

    /** Empty when somebody brought the same file at this very moment. */
    Mono<ExtractId> add(BringExtract.Upload upload, Glance glance, String username, Instant at, Duration held) {
        return database.sql("insert into disbursement.extract (kind, department, as_of, file_name, file_hash, last_row,"
                        + " brought_by, brought_at, try_at)"
                        + " values ($1, $2, $3, $4, $5, $6, $7, $8, now() + $9 * interval '1 second')"
                        + " on conflict do nothing returning number")
                .bind(0, upload.kind().name())
                .bind(1, upload.department())
                .bind(2, upload.asOf())
                .bind(3, upload.plainName())
                .bind(4, HEX.parseHex(glance.hash()))
                .bind(5, glance.lastRow())
                .bind(6, username)
                .bind(7, Columns.utc(at))
                .bind(8, held.toSeconds())
                .map(row -> new ExtractId(Columns.number(row, "number")))
                .one();
    }

    /** How far the reading is; nobody else reads it for as long as {@code lease}. */
    Mono<Void> progress(ExtractId id, int atRow, Duration lease) {
        return database.sql("update disbursement.extract set at_row = $2, try_at = now() + $3 * interval '1 second'"
                        + " where number = $1")
                .bind(0, id.number())
                .bind(1, atRow)
                .bind(2, lease.toSeconds())
                .then();
    }

    Mono<Void> finish(ExtractId id, State state, Counts counts) {
        return database.sql("update disbursement.extract set state = $2, rows = $3, refused = $4, passed_over = $5"
                        + " where number = $1 and state = 'READING'")
                .bind(0, id.number())
                .bind(1, state.name())
                .bind(2, counts.rows())
                .bind(3, counts.refused())
                .bind(4, counts.passedOver())
                .then();
    }

    Mono<Void> file(ExtractId id, Instant at, LocalDate expiresOn) {
        return database.sql("update disbursement.extract set state = 'FILED', filed_at = $2, expires_on = $3"
                        + " where number = $1")
                .bind(0, id.number())
                .bind(1, Columns.utc(at))
                .bind(2, expiresOn)
                .then();
    }

    Mono<Void> erase(ExtractId id, Instant at) {
        return database.sql("update disbursement.extract set state = 'ERASED', erased_at = $2 where number = $1")
                .bind(0, id.number())
                .bind(1, Columns.utc(at))
                .then();
    }

    Mono<Void> delete(ExtractId draft) {
        return database.sql("delete from disbursement.extract where number = $1")
                .bind(0, draft.number())
                .then();
    }

    /** An extract that nobody reads; nobody else gets it for as long as {@code lease}. */
    Mono<ExtractId> claim(Duration lease) {
        return database.sql("update disbursement.extract set try_at = now() + $1 * interval '1 second'"
                        + " where number = (select number from disbursement.extract where state = 'READING'"
                        + " and try_at <= now() order by number limit 1 for update skip locked) returning number")
                .bind(0, lease.toSeconds())
                .map(row -> new ExtractId(Columns.number(row, "number")))
                .one();
    }

    private static Extract read(Readable row) {
        return new Extract(
                new ExtractId(Columns.number(row, "number")),
                ExtractKind.valueOf(Columns.text(row, "kind")),
                Columns.text(row, "department"),
                Columns.required(row, "as_of", LocalDate.class),
                State.valueOf(Columns.text(row, "state")),
                Columns.text(row, "file_name"),
                HEX.formatHex(Columns.required(row, "file_hash", byte[].class)),
                count(row, "last_row"),
                count(row, "at_row"),
                new Counts(count(row, "rows"), count(row, "refused"), count(row, "passed_over")),
                Columns.text(row, "brought_by"),
                Columns.instant(row, "brought_at"),
                Columns.instantOrNull(row, "filed_at"),
                row.get("expires_on", LocalDate.class),
                Columns.instantOrNull(row, "erased_at"));
    }

    private static int count(Readable row, String column) {
        return Columns.required(row, column, Integer.class);
    }
}

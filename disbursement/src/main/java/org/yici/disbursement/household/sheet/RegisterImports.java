package org.yici.disbursement.household.sheet;

import io.r2dbc.spi.Readable;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Component;
import org.yici.disbursement.Columns;
import org.yici.disbursement.household.Category;
import org.yici.disbursement.household.sheet.RegisterImport.Counts;
import org.yici.disbursement.household.sheet.RegisterImport.State;
import org.yici.disbursement.household.sheet.walk.SheetWalk;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The lists that were brought in. */
@Component
public final class RegisterImports {

    private static final String SELECT = "select * from disbursement.register_import ";

    private final DatabaseClient database;

    RegisterImports(DatabaseClient database) {
        this.database = database;
    }

    public Mono<RegisterImport> find(ImportId id) {
        return database.sql(SELECT + "where number = $1")
                .bind(0, id.number())
                .map(RegisterImports::read)
                .one();
    }

    /** Newest first, before a number. */
    public Flux<RegisterImport> before(long number, int limit) {
        return database.sql(SELECT + "where number < $1 order by number desc limit $2")
                .bind(0, number)
                .bind(1, limit)
                .map(RegisterImports::read)
                .all();
    }

    Mono<RegisterImport> lock(ImportId id) {
        return database.sql(SELECT + "where number = $1 for update")
                .bind(0, id.number())
                .map(RegisterImports::read)
                .one();
    }

    Mono<ImportId> add(String fileName, String username, Instant at) {
        return database.sql("insert into disbursement.register_import (file_name, brought_by, brought_at)"
                        + " values ($1, $2, $3) returning number")
                .bind(0, fileName)
                .bind(1, username)
                .bind(2, Columns.utc(at))
                .map(row -> new ImportId(Columns.number(row, "number")))
                .one();
    }

    /** A large list, to be read in the background. */
    Mono<ImportId> addToRead(String fileName, String username, Instant at, int lastRow, SheetWalk.Defaults defaults) {
        Category category = defaults.category();
        GenericExecuteSpec call = database.sql("insert into disbursement.register_import"
                        + " (state, file_name, brought_by, brought_at, last_row, category, township)"
                        + " values ('READING', $1, $2, $3, $4, $5, $6) returning number")
                .bind(0, fileName)
                .bind(1, username)
                .bind(2, Columns.utc(at))
                .bind(3, lastRow);
        call = orNull(call, 4, category == null ? null : category.name());
        return orNull(call, 5, defaults.township())
                .map(row -> new ImportId(Columns.number(row, "number")))
                .one();
    }

    private static GenericExecuteSpec orNull(GenericExecuteSpec call, int place, @Nullable String value) {
        return value == null ? call.bindNull(place, String.class) : call.bind(place, value);
    }

    /** How far the reading is; nobody else reads it for as long as {@code lease}. */
    Mono<Void> readTo(ImportId id, int row, Duration lease) {
        return database.sql("update disbursement.register_import set at_row = $2,"
                        + " try_at = now() + $3 * interval '1 second' where number = $1")
                .bind(0, id.number())
                .bind(1, row)
                .bind(2, lease.toSeconds())
                .then();
    }

    Mono<Void> endReading(ImportId id, State state) {
        return database.sql(
                        "update disbursement.register_import set state = $2 where number = $1 and state = 'READING'")
                .bind(0, id.number())
                .bind(1, state.name())
                .then();
    }

    /** What was read of a list that is read anew. */
    Mono<Void> forgetLines(ImportId id) {
        return database.sql("delete from disbursement.register_line l using disbursement.register_import i"
                        + " where i.number = l.import and i.number = $1 and i.state = 'READING'")
                .bind(0, id.number())
                .then();
    }

    /** A list that nobody reads; nobody else gets it for as long as {@code lease}. */
    Mono<ImportId> claimToRead(Duration lease) {
        return claim("READING", lease);
    }

    /** Counts the lines anew, and the households that are to be entered. */
    Mono<Void> count(ImportId id) {
        return database.sql("update disbursement.register_import set (added, changed, same, refused, passed_over) = ("
                        + "select count(*) filter (where fate = 'NEW'), count(*) filter (where fate = 'CHANGED'),"
                        + " count(*) filter (where fate = 'SAME'),"
                        + " count(*) filter (where fate in ('REFUSED', 'HELD')),"
                        + " count(*) filter (where fate = 'PASSED_OVER')"
                        + " from disbursement.register_line where import = $1) where number = $1")
                .bind(0, id.number())
                .then();
    }

    /** @param households how many are to be entered */
    Mono<Void> confirm(ImportId id, long households, Instant at) {
        return database.sql("update disbursement.register_import set state = 'ENTERING', confirmed_at = $2,"
                        + " households = $3, try_at = now() where number = $1")
                .bind(0, id.number())
                .bind(1, Columns.utc(at))
                .bind(2, (int) households)
                .then();
    }

    /** One more household is through. */
    Mono<Void> oneDone(ImportId id, Duration lease) {
        return database.sql("update disbursement.register_import set done = done + 1,"
                        + " try_at = now() + $2 * interval '1 second' where number = $1")
                .bind(0, id.number())
                .bind(1, lease.toSeconds())
                .then();
    }

    Mono<Void> finish(ImportId id) {
        return database.sql("update disbursement.register_import set state = 'ENTERED'"
                        + " where number = $1 and state = 'ENTERING' and done = households")
                .bind(0, id.number())
                .then();
    }

    /** A confirmed list that nobody enters; nobody else gets it for as long as {@code lease}. */
    Mono<ImportId> claim(Duration lease) {
        return claim("ENTERING", lease);
    }

    private Mono<ImportId> claim(String state, Duration lease) {
        return database.sql("update disbursement.register_import set try_at = now() + $1 * interval '1 second'"
                        + " where number = (select number from disbursement.register_import where state = $2"
                        + " and try_at <= now() order by number limit 1 for update skip locked) returning number")
                .bind(0, lease.toSeconds())
                .bind(1, state)
                .map(row -> new ImportId(Columns.number(row, "number")))
                .one();
    }

    Mono<Void> delete(ImportId draft) {
        return database.sql("delete from disbursement.register_import where number = $1")
                .bind(0, draft.number())
                .then();
    }

    private static RegisterImport read(Readable row) {
        String category = row.get("category", String.class);
        return new RegisterImport(
                new ImportId(Columns.number(row, "number")),
                State.valueOf(Columns.text(row, "state")),
                Columns.text(row, "file_name"),
                Columns.text(row, "brought_by"),
                Columns.instant(row, "brought_at"),
                Columns.instantOrNull(row, "confirmed_at"),
                new Counts(
                        count(row, "households"),
                        count(row, "done"),
                        count(row, "added"),
                        count(row, "changed"),
                        count(row, "same"),
                        count(row, "refused"),
                        count(row, "passed_over")),
                count(row, "last_row"),
                count(row, "at_row"),
                new SheetWalk.Defaults(
                        category == null ? null : Category.valueOf(category), row.get("township", String.class)));
    }

    private static int count(Readable row, String column) {
        return Columns.required(row, column, Integer.class);
    }
}

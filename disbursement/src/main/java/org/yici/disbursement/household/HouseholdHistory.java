package org.yici.disbursement.household;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Component;
import org.yici.disbursement.Columns;
import org.yici.disbursement.Seals;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What changed about households, when, why and by whom; what stood there before is kept, sealed. */
@Component
public final class HouseholdHistory {

    private static final String TABLE = "household_change";

    private final DatabaseClient database;
    private final Seals seals;

    HouseholdHistory(DatabaseClient database, Seals seals) {
        this.database = database;
        this.seals = seals;
    }

    public enum What {
        PLACE,
        CARD,
        RELATION,
        PHONE;

        public String messageKey() {
            return "household.change." + name();
        }
    }

    /**
     * @param member whose relation or phone it is
     * @param was in plain; null where there was nothing, as {@code now}
     * @param on since when it is so
     */
    public record Change(
            UUID id,
            What what,
            @Nullable MemberId member,
            @Nullable String was,
            @Nullable String now,
            LocalDate on,
            String note,
            String by,
            Instant at) {

        @Override
        public String toString() {
            return "change " + id;
        }
    }

    Mono<Void> add(HouseholdId household, Change change) {
        MemberId member = change.member();
        GenericExecuteSpec call = database.sql("insert into disbursement.household_change"
                        + " (id, household, what, changed_on, by, at, member, was, now, note)"
                        + " values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)")
                .bind(0, change.id())
                .bind(1, household.value())
                .bind(2, change.what().name())
                .bind(3, change.on())
                .bind(4, change.by())
                .bind(5, Columns.utc(change.at()));
        call = member == null ? call.bindNull(6, UUID.class) : call.bind(6, member.value());
        call = seals.bind(call, 7, change.was(), TABLE, change.id(), "was");
        call = seals.bind(call, 8, change.now(), TABLE, change.id(), "now");
        return seals.bind(call, 9, change.note(), TABLE, change.id(), "note").then();
    }

    /** Newest first. */
    public Flux<Change> of(HouseholdId household) {
        return database.sql(
                        "select * from disbursement.household_change where household = $1 order by at desc, what, id")
                .bind(0, household.value())
                .map(this::change)
                .all();
    }

    private Change change(Readable row) {
        UUID id = Columns.id(row, "id");
        UUID member = row.get("member", UUID.class);
        return new Change(
                id,
                What.valueOf(Columns.text(row, "what")),
                member == null ? null : new MemberId(member),
                seals.openOrNull(row, TABLE, id, "was"),
                seals.openOrNull(row, TABLE, id, "now"),
                Columns.required(row, "changed_on", LocalDate.class),
                seals.open(row, TABLE, id, "note"),
                Columns.text(row, "by"),
                Columns.instant(row, "at"));
    }
}

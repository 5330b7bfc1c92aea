package org.yici.disbursement.conflict;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Component;
import org.yici.disbursement.Columns;
import org.yici.disbursement.Seals;
import org.yici.disbursement.household.HouseholdId;
import org.yici.ledger.FundCode;
import reactor.core.publisher.Mono;

/** Declared relations; a donor's name and all words are sealed. */
@Component
public final class Relations {

    private static final String TABLE = "relation";

    private final DatabaseClient database;
    private final Seals seals;

    Relations(DatabaseClient database, Seals seals) {
        this.database = database;
        this.seals = seals;
    }

    /** Oldest first, those that were lifted among them. */
    public Mono<List<Relation>> of(HouseholdId household) {
        return database.sql("select * from disbursement.relation where household = $1 order by declared_at, id")
                .bind(0, household.value())
                .map(this::relation)
                .all()
                .collectList();
    }

    Mono<Boolean> isRelated(HouseholdId household, String username) {
        return database.sql("select exists (select from disbursement.relation"
                        + " where household = $1 and staff = $2 and lifted_at is null) as related")
                .bind(0, household.value())
                .bind(1, username)
                .map(row -> Columns.required(row, "related", Boolean.class))
                .one();
    }

    Mono<Relation> find(HouseholdId household, UUID id) {
        return database.sql("select * from disbursement.relation where household = $1 and id = $2 for update")
                .bind(0, household.value())
                .bind(1, id)
                .map(this::relation)
                .one();
    }

    /** Funds that any standard draws on: what a gift that helps may have gone to. */
    public Mono<List<FundCode>> funds() {
        return database.sql("select distinct unnest(funds) as fund from disbursement.standard_version order by fund")
                .map(row -> FundCode.of(Columns.text(row, "fund")))
                .all()
                .collectList();
    }

    /** False where that person is known as related already, also when two say so at once. */
    Mono<Boolean> add(HouseholdId household, Relation relation) {
        Relation.Who who = relation.who();
        GenericExecuteSpec call = database.sql("insert into disbursement.relation"
                        + " (id, household, declared_by, declared_at, staff, fund, donor, relation, note)"
                        + " values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict do nothing")
                .bind(0, relation.id())
                .bind(1, household.value())
                .bind(2, relation.declaredBy())
                .bind(3, Columns.utc(relation.declaredAt()));
        call = text(call, 4, who.staff());
        call = text(call, 5, who.fund() == null ? null : who.fund().value());
        call = seals.bind(call, 6, who.donor(), TABLE, relation.id(), "donor");
        call = seals.bind(call, 7, relation.relation(), TABLE, relation.id(), "relation");
        return seals.bind(call, 8, relation.note(), TABLE, relation.id(), "note")
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    Mono<Void> lift(UUID id, String by, Instant at, String note) {
        GenericExecuteSpec call = database.sql("update disbursement.relation"
                        + " set lifted_by = $2, lifted_at = $3, lifted_note = $4 where id = $1")
                .bind(0, id)
                .bind(1, by)
                .bind(2, Columns.utc(at));
        return seals.bind(call, 3, note, TABLE, id, "lifted_note").then();
    }

    private Relation relation(Readable row) {
        UUID id = Columns.id(row, "id");
        String fund = row.get("fund", String.class);
        return new Relation(
                id,
                new Relation.Who(
                        row.get("staff", String.class),
                        seals.openOrNull(row, TABLE, id, "donor"),
                        fund == null ? null : FundCode.of(fund)),
                seals.open(row, TABLE, id, "relation"),
                seals.openOrNull(row, TABLE, id, "note"),
                Columns.text(row, "declared_by"),
                Columns.instant(row, "declared_at"),
                lifted(row, id));
    }

    private Relation.@Nullable Lifted lifted(Readable row, UUID id) {
        String by = row.get("lifted_by", String.class);
        return by == null
                ? null
                : new Relation.Lifted(by, Columns.instant(row, "lifted_at"), seals.open(row, TABLE, id, "lifted_note"));
    }

    private static GenericExecuteSpec text(GenericExecuteSpec call, int index, @Nullable String value) {
        return value == null ? call.bindNull(index, String.class) : call.bind(index, value);
    }
}

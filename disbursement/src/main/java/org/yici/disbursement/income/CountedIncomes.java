package org.yici.disbursement.income;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Component;
import org.yici.disbursement.Columns;
import org.yici.disbursement.Seals;
import org.yici.disbursement.household.HouseholdId;
import org.yici.disbursement.income.CountedIncome.State;
import org.yici.ledger.Money;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The figures of households with their history; what they say is sealed. */
@Component
public final class CountedIncomes {

    private static final String TABLE = "counted_income";

    private final DatabaseClient database;
    private final Seals seals;

    CountedIncomes(DatabaseClient database, Seals seals) {
        this.database = database;
        this.seals = seals;
    }

    /** All of one household, the one that would hold first. */
    public Flux<CountedIncome> of(HouseholdId household) {
        return database.sql("select * from disbursement.counted_income where household = $1"
                        + " order by since desc, recorded_at desc, id")
                .bind(0, household.value())
                .map(this::income)
                .all();
    }

    /** The confirmed ones of those households, which hold in this order: of two for one day the one confirmed last. */
    public Flux<CountedIncome> confirmed(Collection<UUID> households) {
        return database.sql("select * from disbursement.counted_income where household = any($1)"
                        + " and state = 'CONFIRMED'")
                .bind(0, households.toArray(UUID[]::new))
                .map(this::income)
                .all()
                .sort(Comparator.comparing(CountedIncome::since)
                        .thenComparing(CountedIncome::decidedAt, Comparator.nullsFirst(Comparator.naturalOrder()))
                        .thenComparing(CountedIncome::id)
                        .reversed());
    }

    /** A figure that waits for a second person; {@code code} is the household's. */
    public record Waiting(UUID household, String code) {}

    /** What somebody else wrote down and nobody has decided, longest waiting first. */
    public Flux<Waiting> waiting(String reader, int most) {
        return database.sql("select i.household, h.code from disbursement.counted_income i"
                        + " join disbursement.household h on h.id = i.household"
                        + " where i.state = 'PROPOSED' and i.recorded_by <> $1 order by i.recorded_at, i.id limit $2")
                .bind(0, reader)
                .bind(1, most)
                .map(row -> new Waiting(Columns.id(row, "household"), Columns.text(row, "code")))
                .all();
    }

    /** The figures of those ids. */
    public Flux<CountedIncome> all(Collection<UUID> ids) {
        return database.sql("select * from disbursement.counted_income where id = any($1)")
                .bind(0, ids.toArray(UUID[]::new))
                .map(this::income)
                .all();
    }

    /** Until the end of the transaction nobody else decides about it. */
    Mono<CountedIncome> lock(UUID id) {
        return database.sql("select * from disbursement.counted_income where id = $1 for update")
                .bind(0, id)
                .map(this::income)
                .one();
    }

    Mono<Void> add(CountedIncome income) {
        GenericExecuteSpec call = database.sql(
                        "insert into disbursement.counted_income (id, household, since, heads, state,"
                                + " recorded_by, recorded_at, income, source) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)")
                .bind(0, income.id())
                .bind(1, income.household().value())
                .bind(2, income.since())
                .bind(3, income.heads())
                .bind(4, income.state().name())
                .bind(5, income.recordedBy())
                .bind(6, Columns.utc(income.recordedAt()));
        call = seals.bind(call, 7, Long.toString(income.monthly().fen()), TABLE, income.id(), "income");
        return seals.bind(call, 8, income.source(), TABLE, income.id(), "source")
                .then();
    }

    Mono<Void> decide(UUID id, State state, String actor, Instant at) {
        return database.sql("update disbursement.counted_income set state = $2, decided_by = $3, decided_at = $4"
                        + " where id = $1")
                .bind(0, id)
                .bind(1, state.name())
                .bind(2, actor)
                .bind(3, Columns.utc(at))
                .then();
    }

    private CountedIncome income(Readable row) {
        UUID id = Columns.id(row, "id");
        return new CountedIncome(
                id,
                new HouseholdId(Columns.id(row, "household")),
                Columns.required(row, "since", LocalDate.class),
                Money.ofFen(Long.parseLong(seals.open(row, TABLE, id, "income"))),
                Columns.required(row, "heads", Integer.class),
                seals.open(row, TABLE, id, "source"),
                State.valueOf(Columns.text(row, "state")),
                Columns.text(row, "recorded_by"),
                Columns.instant(row, "recorded_at"),
                row.get("decided_by", String.class),
                Columns.instantOrNull(row, "decided_at"));
    }
}

package org.yici.disbursement.standing;

import io.r2dbc.spi.Readable;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Component;
import org.yici.disbursement.Columns;
import org.yici.ledger.Money;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What was put right about lists that were fixed: by a later list, or by a decision about money paid too much. */
@Component
public final class Corrections {

    /** Rows a statement. */
    private static final int PIECE = 2_000;

    private static final String SELECT =
            "select c.*, l.period from disbursement.due_correction c join disbursement.due_list l on l.id = c.corrected";

    private final DatabaseClient database;

    Corrections(DatabaseClient database) {
        this.database = database;
    }

    /** What that list puts right about earlier ones. */
    Flux<Correction> of(UUID list) {
        return database.sql(SELECT + " where c.list = $1 order by c.month, c.person, c.number")
                .bind(0, list)
                .map(Corrections::correction)
                .all();
    }

    /** What was put right about that list since. */
    Flux<Correction> about(UUID corrected) {
        return database.sql(SELECT + " where c.corrected = $1 order by c.month, c.person, c.number")
                .bind(0, corrected)
                .map(Corrections::correction)
                .all();
    }

    Mono<Void> ofList(UUID list, List<Correction> corrections) {
        return add(list, null, corrections);
    }

    /** What a decision about money paid too much takes out of every later reckoning. */
    public Mono<Void> ofClaim(UUID claim, List<Correction> corrections) {
        return add(null, claim, corrections);
    }

    private Mono<Void> add(@Nullable UUID list, @Nullable UUID claim, List<Correction> corrections) {
        return Flux.fromIterable(corrections)
                .buffer(PIECE)
                .concatMap(piece -> insert(list, claim, piece))
                .then();
    }

    private Mono<Void> insert(@Nullable UUID list, @Nullable UUID claim, List<Correction> some) {
        GenericExecuteSpec call = database.sql(
                "insert into disbursement.due_correction (list, claim, corrected, person, household, residence, care, month,"
                        + " number, reason, was, should, amount) select $1, $2, * from unnest($3::uuid[], $4::uuid[],"
                        + " $5::uuid[], $6::text[], $7::text[], $8::date[], $9::int[], $10::text[], $11::bigint[],"
                        + " $12::bigint[], $13::bigint[])");
        call = list == null ? call.bindNull(0, UUID.class) : call.bind(0, list);
        call = claim == null ? call.bindNull(1, UUID.class) : call.bind(1, claim);
        return call.bind(2, ids(some, Correction::corrected))
                .bind(3, ids(some, Correction::person))
                .bind(4, ids(some, Correction::household))
                .bind(5, some.stream().map(one -> one.residence().name()).toArray(String[]::new))
                .bind(6, some.stream().map(Correction::care).toArray(String[]::new))
                .bind(7, some.stream().map(one -> one.month().atDay(1)).toArray(LocalDate[]::new))
                .bind(8, some.stream().map(Correction::number).toArray(Integer[]::new))
                .bind(9, some.stream().map(one -> one.reason().name()).toArray(String[]::new))
                .bind(10, fen(some, Correction::was))
                .bind(11, fen(some, Correction::should))
                .bind(12, fen(some, Correction::amount))
                .then();
    }

    private static UUID[] ids(List<Correction> some, Function<Correction, UUID> id) {
        return some.stream().map(id).toArray(UUID[]::new);
    }

    private static Long[] fen(List<Correction> some, Function<Correction, Money> money) {
        return some.stream().map(one -> money.apply(one).fen()).toArray(Long[]::new);
    }

    private static Correction correction(Readable row) {
        return new Correction(
                Columns.id(row, "corrected"),
                Columns.text(row, "period"),
                Columns.id(row, "person"),
                Columns.id(row, "household"),
                Residence.valueOf(Columns.text(row, "residence")),
                row.get("care", String.class),
                YearMonth.from(Columns.required(row, "month", LocalDate.class)),
                Columns.required(row, "number", Integer.class),
                CorrectionReason.valueOf(Columns.text(row, "reason")),
                Money.ofFen(Columns.number(row, "was")),
                Money.ofFen(Columns.number(row, "should")),
                Money.ofFen(Columns.number(row, "amount")));
    }
}

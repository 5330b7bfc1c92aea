package org.yici.disbursement.clawback;

import io.r2dbc.spi.Readable;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Component;
import org.yici.disbursement.Columns;
import org.yici.disbursement.Seals;
import org.yici.disbursement.award.AwardId;
import org.yici.disbursement.clawback.Clawback.Claim;
import org.yici.disbursement.clawback.Clawback.Ground;
import org.yici.disbursement.clawback.Clawback.Part;
import org.yici.disbursement.clawback.Clawback.Step;
import org.yici.ledger.Money;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Demands with their histories; what was written is sealed. Guarded by the lock on the grant's application. */
@Component
public final class Clawbacks {

    private static final String OPEN = "state in ('NOTICED', 'DEMANDED', 'RETURNING')";

    private final DatabaseClient database;
    private final Seals seals;

    Clawbacks(DatabaseClient database, Seals seals) {
        this.database = database;
        this.seals = seals;
    }

    /** All about one grant, oldest first. */
    public Flux<Clawback> of(AwardId award) {
        return list("select * from disbursement.clawback where award = $1 order by opened_at, id", award.value());
    }

    /** The one that is open; empty when there is none. */
    Mono<Clawback> openOf(AwardId award) {
        return list("select * from disbursement.clawback where award = $1 and " + OPEN, award.value())
                .next();
    }

    /** Those that are open, the longest first. */
    public Flux<Clawback> open(int limit) {
        return list("select * from disbursement.clawback where " + OPEN + " order by opened_at, id limit $1", limit);
    }

    private Flux<Clawback> list(String sql, Object parameter) {
        return database.sql(sql)
                .bind(0, parameter)
                .map(Clawbacks::header)
                .all()
                .collectList()
                .flatMapMany(Flux::fromIterable)
                .concatMap(header -> Mono.zip(steps(header.id()), parts(header.id()))
                        .map(found -> whole(header, found.getT1(), found.getT2())));
    }

    Mono<Void> add(Clawback opened) {
        return database.sql(
                        "insert into disbursement.clawback (id, award, ground, state, correct_by, opened_by, opened_at)"
                                + " values ($1, $2, $3, $4, $5, $6, $7)")
                .bind(0, opened.id())
                .bind(1, opened.award().value())
                .bind(2, opened.ground().name())
                .bind(3, opened.state().name())
                .bind(4, opened.correctBy())
                .bind(5, opened.openedBy())
                .bind(6, Columns.utc(opened.openedAt()))
                .then();
    }

    Mono<Void> change(Clawback moved) {
        Claim claim = moved.claim();
        GenericExecuteSpec call = database.sql(
                        "update disbursement.clawback set state = $2, returned = $3, amount = $4,"
                                + " return_by = $5, demanded_by = $6, waived_by = $7 where id = $1")
                .bind(0, moved.id())
                .bind(1, moved.state().name())
                .bind(2, moved.returned().fen());
        call = orNull(call, 3, claim == null ? null : claim.amount().fen(), Long.class);
        call = orNull(call, 4, claim == null ? null : claim.returnBy(), LocalDate.class);
        call = orNull(call, 5, claim == null ? null : claim.by(), String.class);
        return orNull(call, 6, moved.waivedBy(), String.class).then();
    }

    Mono<Void> append(UUID clawback, int number, Step step) {
        GenericExecuteSpec call = database.sql(
                        "insert into disbursement.clawback_step (clawback, number, action, led_to,"
                                + " actor, at, amount, note) values ($1, $2, $3, $4, $5, $6, $7, $8)")
                .bind(0, clawback)
                .bind(1, number)
                .bind(2, step.action().name())
                .bind(3, step.to().name())
                .bind(4, step.actor())
                .bind(5, Columns.utc(step.at()));
        call = orNull(call, 6, step.amount() == null ? null : step.amount().fen(), Long.class);
        return seals.bind(call, 7, step.note(), "clawback_step", clawback + "." + number, "note")
                .then();
    }

    Mono<Boolean> isBooked(String reference) {
        return database.sql("select exists (select from disbursement.clawback_part where reference = $1) as booked")
                .bind(0, reference)
                .map(row -> Columns.required(row, "booked", Boolean.class))
                .one();
    }

    Mono<Void> add(UUID clawback, Part part) {
        return database.sql(
                        "insert into disbursement.clawback_part (reference, clawback, amount, received_on, recorded_by,"
                                + " recorded_at, sequence) values ($1, $2, $3, $4, $5, $6, $7)")
                .bind(0, part.reference())
                .bind(1, clawback)
                .bind(2, part.amount().fen())
                .bind(3, part.receivedOn())
                .bind(4, part.by())
                .bind(5, Columns.utc(part.at()))
                .bind(6, part.sequence())
                .then();
    }

    private Mono<List<Step>> steps(UUID clawback) {
        return database.sql("select * from disbursement.clawback_step where clawback = $1 order by number")
                .bind(0, clawback)
                .map(row -> step(clawback, row))
                .all()
                .collectList();
    }

    private Step step(UUID clawback, Readable row) {
        Long amount = row.get("amount", Long.class);
        String cell = clawback + "." + Columns.required(row, "number", Integer.class);
        return new Step(
                ClawbackAction.valueOf(Columns.text(row, "action")),
                ClawbackState.valueOf(Columns.text(row, "led_to")),
                Columns.text(row, "actor"),
                Columns.instant(row, "at"),
                amount == null ? null : Money.ofFen(amount),
                seals.open(row, "clawback_step", cell, "note"));
    }

    private Mono<List<Part>> parts(UUID clawback) {
        return database.sql(
                        "select * from disbursement.clawback_part where clawback = $1 order by recorded_at, reference")
                .bind(0, clawback)
                .map(row -> new Part(
                        Columns.text(row, "reference"),
                        Money.ofFen(Columns.number(row, "amount")),
                        Columns.required(row, "received_on", LocalDate.class),
                        Columns.text(row, "recorded_by"),
                        Columns.instant(row, "recorded_at"),
                        Columns.number(row, "sequence")))
                .all()
                .collectList();
    }

    private static Clawback header(Readable row) {
        Long amount = row.get("amount", Long.class);
        return new Clawback(
                Columns.id(row, "id"),
                new AwardId(Columns.id(row, "award")),
                Ground.valueOf(Columns.text(row, "ground")),
                ClawbackState.valueOf(Columns.text(row, "state")),
                Columns.required(row, "correct_by", LocalDate.class),
                Columns.text(row, "opened_by"),
                Columns.instant(row, "opened_at"),
                amount == null
                        ? null
                        : new Claim(
                                Money.ofFen(amount),
                                Columns.required(row, "return_by", LocalDate.class),
                                Columns.text(row, "demanded_by")),
                row.get("waived_by", String.class),
                Money.ofFen(Columns.number(row, "returned")),
                List.of(),
                List.of());
    }

    private static Clawback whole(Clawback header, List<Step> steps, List<Part> parts) {
        return new Clawback(
                header.id(),
                header.award(),
                header.ground(),
                header.state(),
                header.correctBy(),
                header.openedBy(),
                header.openedAt(),
                header.claim(),
                header.waivedBy(),
                header.returned(),
                steps,
                parts);
    }

    private static <T> GenericExecuteSpec orNull(GenericExecuteSpec call, int index, @Nullable T value, Class<T> type) {
        return value == null ? call.bindNull(index, type) : call.bind(index, value);
    }
}

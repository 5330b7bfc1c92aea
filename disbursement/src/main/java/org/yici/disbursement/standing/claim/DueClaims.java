package org.yici.disbursement.standing.claim;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Component;
import org.yici.disbursement.Columns;
import org.yici.disbursement.Seals;
import org.yici.ledger.Money;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Decisions about money paid too much, and what came back. The words are sealed. */
@Component
public final class DueClaims {

    private final DatabaseClient database;
    private final Seals seals;

    DueClaims(DatabaseClient database, Seals seals) {
        this.database = database;
        this.seals = seals;
    }

    /** All of a scheme, newest first. */
    public Flux<DueClaim> of(String scheme) {
        return database.sql("select * from disbursement.due_claim where scheme = $1 order by decided_at desc, id")
                .bind(0, scheme)
                .map(this::claim)
                .all();
    }

    /** Until the end of the transaction nobody else books money that came back. */
    Mono<DueClaim> lock(UUID id) {
        return database.sql("select * from disbursement.due_claim where id = $1 for update")
                .bind(0, id)
                .map(this::claim)
                .one();
    }

    Mono<Void> add(DueClaim claim) {
        GenericExecuteSpec call = database.sql(
                        "insert into disbursement.due_claim (id, scheme, person, household, amount, decision, decided_by,"
                                + " decided_at, note) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)")
                .bind(0, claim.id())
                .bind(1, claim.scheme())
                .bind(2, claim.person())
                .bind(3, claim.household())
                .bind(4, claim.amount().fen())
                .bind(5, claim.decision().name())
                .bind(6, claim.decidedBy())
                .bind(7, Columns.utc(claim.decidedAt()));
        return seals.bind(call, 8, claim.note(), "due_claim", claim.id(), "note")
                .then();
    }

    Mono<Boolean> isBooked(String reference) {
        return database.sql("select exists (select from disbursement.due_claim_part where reference = $1) as booked")
                .bind(0, reference)
                .map(row -> Columns.required(row, "booked", Boolean.class))
                .one();
    }

    Mono<Void> came(UUID claim, Money amount, String reference, String actor, Instant at, long sequence) {
        return database.sql("insert into disbursement.due_claim_part (reference, claim, amount, recorded_by,"
                        + " recorded_at, sequence) values ($1, $2, $3, $4, $5, $6)")
                .bind(0, reference)
                .bind(1, claim)
                .bind(2, amount.fen())
                .bind(3, actor)
                .bind(4, Columns.utc(at))
                .bind(5, sequence)
                .then()
                .then(database.sql("update disbursement.due_claim set returned = returned + $2 where id = $1")
                        .bind(0, claim)
                        .bind(1, amount.fen())
                        .then());
    }

    private DueClaim claim(Readable row) {
        UUID id = Columns.id(row, "id");
        return new DueClaim(
                id,
                Columns.text(row, "scheme"),
                Columns.id(row, "person"),
                Columns.id(row, "household"),
                Money.ofFen(Columns.number(row, "amount")),
                DueClaim.Decision.valueOf(Columns.text(row, "decision")),
                seals.open(row, "due_claim", id, "note"),
                Columns.text(row, "decided_by"),
                Columns.instant(row, "decided_at"),
                Money.ofFen(Columns.number(row, "returned")));
    }
}

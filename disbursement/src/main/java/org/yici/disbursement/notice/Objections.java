package org.yici.disbursement.notice;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Component;
import org.yici.disbursement.Columns;
import org.yici.disbursement.Seals;
import org.yici.disbursement.application.ApplicationId;
import reactor.core.publisher.Mono;

/** Objections with their outcomes; words and contacts are sealed. */
@Component
public final class Objections {

    private final DatabaseClient database;
    private final Seals seals;

    Objections(DatabaseClient database, Seals seals) {
        this.database = database;
        this.seals = seals;
    }

    Mono<Void> add(Objection objection, Notice notice) {
        String receipt = objection.receipt();
        GenericExecuteSpec call = database.sql("insert into disbursement.objection"
                        + " (receipt, application, notice, at, state, words, contact)"
                        + " values ($1, $2, $3, $4, $5, $6, $7)")
                .bind(0, receipt)
                .bind(1, notice.application().value())
                .bind(2, notice.code())
                .bind(3, Columns.utc(objection.at()))
                .bind(4, objection.state().name());
        call = seals.bind(call, 5, objection.words(), "objection", receipt, "words");
        return seals.bind(call, 6, objection.contact(), "objection", receipt, "contact")
                .then();
    }

    /** Oldest first. */
    public Mono<List<Objection>> of(ApplicationId application) {
        return database.sql("select * from disbursement.objection where application = $1 order by at, receipt")
                .bind(0, application.value())
                .map(this::objection)
                .all()
                .collectList();
    }

    /** One of that notice. */
    Mono<Objection> find(String notice, String receipt) {
        return database.sql("select * from disbursement.objection where receipt = $1 and notice = $2")
                .bind(0, receipt)
                .bind(1, notice)
                .map(this::objection)
                .one();
    }

    /** How many came in against a notice from {@code since} on. */
    Mono<Long> count(String notice, Instant since) {
        return database.sql("select count(*) as came from disbursement.objection where notice = $1 and at > $2")
                .bind(0, notice)
                .bind(1, Columns.utc(since))
                .map(row -> Columns.number(row, "came"))
                .one();
    }

    /** Writes down what became of it, once. */
    Mono<Void> resolve(Objection resolved, Instant at) {
        String receipt = resolved.receipt();
        GenericExecuteSpec call = database.sql(
                        "update disbursement.objection"
                                + " set state = $2, resolved_by = $3, resolved_at = $4, note = $5, answer = $6 where receipt = $1")
                .bind(0, receipt)
                .bind(1, resolved.state().name())
                .bind(2, Objects.requireNonNull(resolved.resolvedBy()))
                .bind(3, Columns.utc(at));
        call = seals.bind(call, 4, resolved.note(), "objection", receipt, "note");
        return seals.bind(call, 5, resolved.answer(), "objection", receipt, "answer")
                .then();
    }

    private Objection objection(Readable row) {
        String receipt = Columns.text(row, "receipt");
        return new Objection(
                receipt,
                seals.open(row, "objection", receipt, "words"),
                seals.openOrNull(row, "objection", receipt, "contact"),
                Columns.instant(row, "at"),
                Objection.State.valueOf(Columns.text(row, "state")),
                row.get("resolved_by", String.class),
                seals.openOrNull(row, "objection", receipt, "note"),
                seals.openOrNull(row, "objection", receipt, "answer"));
    }
}

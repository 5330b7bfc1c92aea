package org.yici.disbursement.notice;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
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

    Mono<Void> resolve(String receipt, Objection.State state, String by, Instant at, @Nullable String note) {
        GenericExecuteSpec call = database.sql("update disbursement.objection"
                        + " set state = $2, resolved_by = $3, resolved_at = $4, note = $5 where receipt = $1")
                .bind(0, receipt)
                .bind(1, state.name())
                .bind(2, by)
                .bind(3, Columns.utc(at));
        return seals.bind(call, 4, note, "objection", receipt, "note").then();
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
                seals.openOrNull(row, "objection", receipt, "note"));
    }
}

package org.yici.disbursement.evidence;

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
import org.yici.disbursement.application.Duty;
import org.yici.disbursement.evidence.clean.Sort;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/** Papers as they are kept: sealed, only ever added to. */
@Component
public final class EvidenceBox {

    private static final String PAPERS =
            "select e.id, e.number, e.paper, e.sort, e.bytes, e.hash, e.name, e.by, e.at, v.by as voided_by, v.at as voided_at,"
                    + " v.note from disbursement.evidence e left join disbursement.evidence_void v on v.evidence = e.id";

    private final DatabaseClient database;
    private final Seals seals;
    private final Scheduler sheetScheduler;

    EvidenceBox(DatabaseClient database, Seals seals, Scheduler sheetScheduler) {
        this.database = database;
        this.seals = seals;
        this.sheetScheduler = sheetScheduler;
    }

    /** In the order in which they came. */
    public Mono<List<Evidence>> of(ApplicationId application) {
        return database.sql(PAPERS + " where e.application = $1 order by e.number")
                .bind(0, application.value())
                .map(this::evidence)
                .all()
                .collectList();
    }

    /** One paper of that case; empty where it is none of it. */
    public Mono<Evidence> find(ApplicationId application, EvidenceId id) {
        return database.sql(PAPERS + " where e.application = $1 and e.id = $2")
                .bind(0, application.value())
                .bind(1, id.value())
                .map(this::evidence)
                .one();
    }

    /** What is in it. */
    public Mono<byte[]> content(EvidenceId id) {
        return database.sql("select content from disbursement.evidence where id = $1")
                .bind(0, id.value())
                .map(row -> seals.openBytes(row, "evidence", id, "content"))
                .one();
    }

    Mono<Void> add(ApplicationId application, Evidence evidence, byte[] content, Duty duty) {
        EvidenceId id = evidence.id();
        return Mono.fromCallable(() -> seals.seal(content, "evidence", id, "content"))
                .subscribeOn(sheetScheduler)
                .flatMap(closed -> insert(application, evidence, duty, closed));
    }

    private Mono<Void> insert(ApplicationId application, Evidence evidence, Duty duty, byte[] closed) {
        GenericExecuteSpec call = database.sql("insert into disbursement.evidence"
                        + " (id, application, number, paper, sort, bytes, hash, content, duty, by, at, name)"
                        + " values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)")
                .bind(0, evidence.id().value())
                .bind(1, application.value())
                .bind(2, evidence.number())
                .bind(3, evidence.paper())
                .bind(4, evidence.sort().name())
                .bind(5, evidence.bytes())
                .bind(6, evidence.hash())
                .bind(7, closed)
                .bind(8, duty.name())
                .bind(9, evidence.by())
                .bind(10, Columns.utc(evidence.at()));
        return seals.bind(call, 11, evidence.name(), "evidence", evidence.id(), "name")
                .then();
    }

    Mono<Void> cancel(EvidenceId id, String note, Duty duty, String by, Instant at) {
        GenericExecuteSpec call = database.sql(
                        "insert into disbursement.evidence_void (evidence, duty, by, at, note) values ($1, $2, $3, $4, $5)")
                .bind(0, id.value())
                .bind(1, duty.name())
                .bind(2, by)
                .bind(3, Columns.utc(at));
        return seals.bind(call, 4, note, "evidence_void", id, "note").then();
    }

    private Evidence evidence(Readable row) {
        EvidenceId id = new EvidenceId(Columns.id(row, "id"));
        return new Evidence(
                id,
                Columns.required(row, "number", Integer.class),
                Columns.text(row, "paper"),
                Sort.valueOf(Columns.text(row, "sort")),
                Columns.required(row, "bytes", Integer.class),
                Columns.required(row, "hash", byte[].class),
                seals.openOrNull(row, "evidence", id, "name"),
                Columns.text(row, "by"),
                Columns.instant(row, "at"),
                voided(row, id));
    }

    private Evidence.@Nullable Voided voided(Readable row, EvidenceId id) {
        String by = row.get("voided_by", String.class);
        return by == null
                ? null
                : new Evidence.Voided(
                        by, Columns.instant(row, "voided_at"), seals.open(row, "evidence_void", id, "note"));
    }
}

package org.yici.disbursement.award;

import java.time.Instant;
import java.time.LocalDate;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.yici.disbursement.Columns;
import org.yici.disbursement.application.Application;
import org.yici.disbursement.application.ApplicationId;
import org.yici.disbursement.application.NoticeAfterwards;
import org.yici.disbursement.application.Terms;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Grants that were made before their notice, and until when it has to hang. */
@Component
public final class PaidFirst {

    private final DatabaseClient database;

    PaidFirst(DatabaseClient database) {
        this.database = database;
    }

    /** A notice that still has to be posted, and the last day for it. */
    public record Owed(ApplicationId application, LocalDate due) {}

    /** Writes down that it was, if it was. */
    Mono<Void> keep(Application approved, Terms terms) {
        return Mono.justOrEmpty(NoticeAfterwards.rule(terms))
                .filter(rule -> approved.isPaidFirst())
                .flatMap(rule -> database.sql("insert into disbursement.paid_first values ($1, $2)")
                        .bind(0, approved.id().value())
                        .bind(1, rule.noticeDue(terms.day()))
                        .then());
    }

    /** The last day for its notice; empty where it was not paid first. */
    public Mono<LocalDate> noticeDue(ApplicationId application) {
        return database.sql("select notice_due from disbursement.paid_first where application = $1")
                .bind(0, application.value())
                .map(row -> Columns.required(row, "notice_due", LocalDate.class))
                .one();
    }

    /** Those whose notice does not hang yet, the most urgent first. What was released needs none. */
    public Flux<Owed> owed(int limit) {
        return database.sql("select f.application, f.notice_due from disbursement.paid_first f"
                        + " join disbursement.application a on a.id = f.application"
                        + " where a.state not in ('REFUSED', 'WITHDRAWN') and not exists"
                        + " (select from disbursement.notice n where n.application = f.application)"
                        + " order by f.notice_due, f.application limit $1")
                .bind(0, limit)
                .map(row -> new Owed(
                        new ApplicationId(Columns.id(row, "application")),
                        Columns.required(row, "notice_due", LocalDate.class)))
                .all();
    }

    /** An objection that waits, and since when. */
    public record Objected(ApplicationId application, Instant at) {}

    /** Those that somebody objected to, the longest waiting first: their cases stand elsewhere than others do. */
    public Flux<Objected> objected(int limit) {
        return database.sql("select f.application, min(o.at) as at from disbursement.paid_first f"
                        + " join disbursement.objection o on o.application = f.application and o.state = 'OPEN'"
                        + " group by f.application order by at, f.application limit $1")
                .bind(0, limit)
                .map(row -> new Objected(new ApplicationId(Columns.id(row, "application")), Columns.instant(row, "at")))
                .all();
    }
}

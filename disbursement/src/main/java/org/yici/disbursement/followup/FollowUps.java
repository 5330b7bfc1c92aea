package org.yici.disbursement.followup;

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
import org.yici.disbursement.application.ApplicationId;
import org.yici.disbursement.award.Award;
import org.yici.disbursement.award.AwardId;
import org.yici.disbursement.award.Awards;
import org.yici.ledger.Money;
import org.yici.platform.outcome.Outcome;
import org.yici.platform.web.WebReason;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Confirmations and visits; what was written is sealed. */
@Component
public final class FollowUps {

    private final DatabaseClient database;
    private final Awards awards;
    private final Seals seals;

    FollowUps(DatabaseClient database, Awards awards, Seals seals) {
        this.database = database;
        this.awards = awards;
        this.seals = seals;
    }

    /** Applications of paid grants that a visit found misused, and about which nobody has done anything. */
    public Flux<ApplicationId> misused(int most) {
        return database.sql(
                        "select w.application from disbursement.followup f join disbursement.award w on w.id = f.award"
                                + " where f.outcome = 'MISUSED' and w.state = 'PAID'"
                                + " and not exists (select 1 from disbursement.clawback c where c.award = w.id)"
                                + " group by w.application order by min(f.at), w.application limit $1")
                .bind(0, most)
                .map(row -> new ApplicationId(Columns.id(row, "application")))
                .all();
    }

    public Mono<Outcome<Award>> award(String id) {
        return Mono.justOrEmpty(Columns.parseId(id))
                .flatMap(known -> awards.find(new AwardId(known)))
                .map(Outcome::done)
                .defaultIfEmpty(Outcome.refused(WebReason.NOT_FOUND));
    }

    /** Once: a confirmed grant is the end of its case. */
    Mono<Void> confirm(AwardId award, String method, @Nullable String note, String by, Instant at) {
        GenericExecuteSpec call = database.sql("insert into disbursement.confirmation (award, method, by, at, detail)"
                        + " values ($1, $2, $3, $4, $5)")
                .bind(0, award.value())
                .bind(1, method)
                .bind(2, by)
                .bind(3, Columns.utc(at));
        return seals.bind(call, 4, note, "confirmation", award, "detail").then();
    }

    Mono<Void> visit(AwardId award, Visit visit) {
        Visit.Results results = visit.results();
        GenericExecuteSpec call = database.sql(
                        "insert into disbursement.followup (id, award, by, at, visited_on, missed,"
                                + " next_on, outcome, school, bill, finished, note)"
                                + " values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)")
                .bind(0, visit.id())
                .bind(1, award.value())
                .bind(2, visit.by())
                .bind(3, Columns.utc(visit.at()))
                .bind(4, visit.on())
                .bind(5, visit.missed());
        call = orNull(call, 6, visit.next(), LocalDate.class);
        call = orNull(call, 7, results == null ? null : results.outcome().name(), String.class);
        SchoolResult school = results == null ? null : results.school();
        call = orNull(call, 8, school == null ? null : school.name(), String.class);
        Money bill = results == null ? null : results.bill();
        call = orNull(call, 9, bill == null ? null : bill.fen(), Long.class);
        call = orNull(call, 10, results == null ? null : results.finished(), Boolean.class);
        return seals.bind(call, 11, visit.note(), "followup", visit.id(), "note")
                .then();
    }

    /** Oldest first. */
    public Flux<Visit> of(AwardId award) {
        return database.sql("select * from disbursement.followup where award = $1 order by at, id")
                .bind(0, award.value())
                .map(this::seen)
                .all();
    }

    private Visit seen(Readable row) {
        UUID id = Columns.id(row, "id");
        return new Visit(
                id,
                Columns.required(row, "visited_on", LocalDate.class),
                Columns.text(row, "by"),
                Columns.instant(row, "at"),
                results(row),
                Columns.required(row, "missed", Boolean.class),
                row.get("next_on", LocalDate.class),
                seals.open(row, "followup", id, "note"));
    }

    private static Visit.@Nullable Results results(Readable row) {
        String outcome = row.get("outcome", String.class);
        String school = row.get("school", String.class);
        Long bill = row.get("bill", Long.class);
        return outcome == null
                ? null
                : new Visit.Results(
                        VisitOutcome.valueOf(outcome),
                        school == null ? null : SchoolResult.valueOf(school),
                        bill == null ? null : Money.ofFen(bill),
                        row.get("finished", Boolean.class));
    }

    private static <T> GenericExecuteSpec orNull(GenericExecuteSpec call, int index, @Nullable T value, Class<T> type) {
        return value == null ? call.bindNull(index, type) : call.bind(index, value);
    }
}

package org.yici.disbursement.notice;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.yici.disbursement.Columns;
import org.yici.disbursement.application.ApplicationId;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Notices, running and over. */
@Component
final class Notices {

    private final DatabaseClient database;

    Notices(DatabaseClient database) {
        this.database = database;
    }

    Mono<Void> add(Notice notice) {
        return database.sql("insert into disbursement.notice (code, application, posted_at, ends_at)"
                        + " values ($1, $2, $3, $4)")
                .bind(0, notice.code())
                .bind(1, notice.application().value())
                .bind(2, Columns.utc(notice.postedAt()))
                .bind(3, Columns.utc(notice.endsAt()))
                .then();
    }

    Mono<Notice> find(String code) {
        return database.sql("select * from disbursement.notice where code = $1")
                .bind(0, code)
                .map(Notices::notice)
                .one();
    }

    /**
     * Those whose list still hangs though their time is over, their case has ended or their household took its consent back,
     * in the order of their ends.
     */
    Flux<Notice> due(Instant now) {
        return database.sql(
                        "select n.* from disbursement.notice n join disbursement.application a on a.id = n.application"
                                + " where n.ended_at is null and (n.ends_at <= $1 or a.state in ('REFUSED', 'WITHDRAWN')"
                                + " or not exists (select from disbursement.consent c where c.household = a.household"
                                + " and c.kind = 'REGISTER' and c.withdrawn_on is null))"
                                + " order by n.ends_at, n.code")
                .bind(0, Columns.utc(now))
                .map(Notices::notice)
                .all();
    }

    /** Marks its list as taken down; false when somebody else did a moment ago. */
    Mono<Boolean> end(Notice notice, Instant at, String hash) {
        return database.sql("update disbursement.notice set ended_at = $2, hash = $3"
                        + " where code = $1 and ended_at is null")
                .bind(0, notice.code())
                .bind(1, Columns.utc(at))
                .bind(2, hash)
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    private static Notice notice(Readable row) {
        return new Notice(
                Columns.text(row, "code"),
                new ApplicationId(Columns.id(row, "application")),
                Columns.instant(row, "posted_at"),
                Columns.instant(row, "ends_at"),
                Columns.instantOrNull(row, "ended_at"));
    }
}

package org.yici.disbursement.clock;

import java.time.Instant;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.yici.disbursement.Columns;
import org.yici.platform.clock.ProgramClock;
import reactor.core.publisher.Mono;

/**
 * The latest time that any instance has acted on, kept in the database. The machine's clock may be set back, an instance may
 * start anew or run behind another: none of them goes back behind it, so what has ended stays ended, and a notice that is
 * posted gets all its days. It is the wall clock's time, since a demo's offset is kept elsewhere.
 */
@Component
public final class KeptTime {

    private final DatabaseClient database;
    private final ProgramClock clock;

    KeptTime(DatabaseClient database, ProgramClock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Writes down how late it is, and follows what others wrote. Not inside a case's transaction: it is one row for all. */
    public Mono<Instant> keep() {
        return Mono.defer(
                () -> database.sql("update disbursement.latest_time set wall = greatest(wall, $1) returning wall")
                        .bind(0, Columns.utc(clock.wall()))
                        .map(row -> Columns.instant(row, "wall"))
                        .one()
                        .doOnNext(clock::neverBefore));
    }

    /** Follows what was written down; locks nothing. */
    public Mono<Instant> heed() {
        return database.sql("select wall from disbursement.latest_time")
                .map(row -> Columns.instant(row, "wall"))
                .one()
                .doOnNext(clock::neverBefore);
    }
}

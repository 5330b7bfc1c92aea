package org.yici.platform.clock;

import java.time.Duration;
import java.time.Instant;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

/**
 * The demo's hand on the program clock. The offset is kept in {@code platform.clock}, so that it survives a restart and
 * every service follows it. It never goes back: a notice that has ended stays ended.
 */
public final class DemoClock {

    private final DatabaseClient database;
    private final ProgramClock clock;

    public DemoClock(DatabaseClient database, ProgramClock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Reads the stored offset and follows it. */
    public Mono<Duration> refresh() {
        return database.sql("select offset_ms from platform.clock")
                .map(row -> Duration.ofMillis(row.get("offset_ms", Long.class)))
                .one()
                .doOnNext(clock::follow);
    }

    /** Moves the clock forward by {@code step}. A negative step changes nothing. */
    public Mono<Instant> advance(Duration step) {
        return store("update platform.clock set offset_ms = offset_ms + greatest($1, 0) returning offset_ms", step);
    }

    /** Stores the offset that this process's clock has now: the demo player's, day by day, so that a killed play goes on there. */
    public Mono<Instant> keep() {
        return store("update platform.clock set offset_ms = $1 returning offset_ms", clock.offset());
    }

    private Mono<Instant> store(String sql, Duration duration) {
        return database.sql(sql)
                .bind(0, duration.toMillis())
                .map(row -> Duration.ofMillis(row.get("offset_ms", Long.class)))
                .one()
                .map(offset -> {
                    clock.follow(offset);
                    return clock.instant();
                });
    }
}

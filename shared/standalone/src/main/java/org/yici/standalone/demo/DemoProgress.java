package org.yici.standalone.demo;

import java.time.Instant;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

/** How far the demo world of this installation has been played, from {@code platform.demo_world}. */
final class DemoProgress {

    private final DatabaseClient database;

    DemoProgress(DatabaseClient database) {
        this.database = database;
    }

    Mono<Boolean> isComplete() {
        return database.sql("select exists (select from platform.demo_world where complete) as complete")
                .map(row -> row.get("complete", Boolean.class))
                .one();
    }

    /** Begins at {@code beginning}, or goes on where the stored clock says that an earlier play had come to. */
    Mono<Instant> begin(Instant beginning, Instant wallNow) {
        return database.sql("""
                        with begun as (
                          insert into platform.demo_world (complete) values (false) on conflict do nothing returning true
                        ), moved as (
                          update platform.clock set offset_ms = $1 where exists (select from begun) returning offset_ms
                        )
                        select coalesce((select offset_ms from moved), offset_ms) as offset_ms from platform.clock""")
                .bind(0, beginning.toEpochMilli() - wallNow.toEpochMilli())
                .map(row -> wallNow.plusMillis(row.get("offset_ms", Long.class)))
                .one();
    }

    Mono<Void> complete() {
        return database.sql("update platform.demo_world set complete = true").then();
    }
}

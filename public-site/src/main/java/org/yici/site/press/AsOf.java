package org.yici.site.press;

import java.time.Instant;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

/** How far the books are read: the last journal. */
public record AsOf(long sequence, Instant at) {

    /** Empty while there is no journal at all. */
    public static Mono<AsOf> read(DatabaseClient database) {
        return database.sql("select sequence, at from site.journal order by sequence desc limit 1")
                .map(row -> new AsOf(row.get("sequence", Long.class), row.get("at", Instant.class)))
                .one();
    }
}

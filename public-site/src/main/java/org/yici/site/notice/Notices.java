package org.yici.site.notice;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.List;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The notices that run, and what stayed of those that ended. */
@Repository
public class Notices {

    private static final String SELECT =
            "select code, kind, name, township, amount, posted_at, ends_at, objected from site.notice ";

    private final DatabaseClient database;

    Notices(DatabaseClient database) {
        this.database = database;
    }

    /** What stays of a notice: the hash of what it showed. */
    public record Ended(String code, String hash, Instant at) {}

    Flux<Notice> after(String code, int limit) {
        return database.sql(SELECT + "where code > $1 order by code limit $2")
                .bind(0, code)
                .bind(1, limit)
                .map(Notices::notice)
                .all();
    }

    Mono<Notice> find(String code) {
        return database.sql(SELECT + "where code = $1")
                .bind(0, code)
                .map(Notices::notice)
                .one();
    }

    Mono<Ended> findEnded(String code) {
        return database.sql("select code, hash, at from site.ended_notice where code = $1")
                .bind(0, code)
                .map(Notices::ended)
                .one();
    }

    Mono<List<Ended>> lastEnded(int limit) {
        return database.sql("select code, hash, at from site.ended_notice order by at desc, code desc limit $1")
                .bind(0, limit)
                .map(Notices::ended)
                .all()
                .collectList();
    }

    private static Ended ended(Readable row) {
        return new Ended(row.get("code", String.class), row.get("hash", String.class), row.get("at", Instant.class));
    }

    private static Notice notice(Readable row) {
        return new Notice(
                row.get("code", String.class),
                row.get("kind", String.class),
                row.get("name", String.class),
                row.get("township", String.class),
                row.get("amount", Long.class),
                row.get("posted_at", Instant.class),
                row.get("ends_at", Instant.class),
                row.get("objected", Boolean.class));
    }
}

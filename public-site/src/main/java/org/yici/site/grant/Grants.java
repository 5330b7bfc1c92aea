package org.yici.site.grant;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The grants whose award is in the books; newest first. */
@Repository
public class Grants {

    private static final String SELECT = """
            select a.code, a.sequence, a.kind, a.township,
                   a.amount - case a.state when 'RELEASED' then 0 else a.returned end as amount, a.returned,
                   a.state, a.awarded_at, a.sent_at, a.paid_at, a.ended_at, a.receipt_at,
                   (select array_agg(s.fund order by s.awarded desc, s.fund) from site.award_share s where s.code = a.code)
                     as funds
            from site.award a where a.sequence is not null
            """;

    private final DatabaseClient database;

    Grants(DatabaseClient database) {
        this.database = database;
    }

    /** @param kind of aid; null for all */
    Flux<Grant> before(long sequence, @Nullable String kind, int limit) {
        DatabaseClient.GenericExecuteSpec query = database.sql(
                        SELECT
                                + " and a.sequence < $1 and ($2::text is null or a.kind = $2) order by a.sequence desc limit $3")
                .bind(0, sequence)
                .bind(2, limit);
        return (kind == null ? query.bindNull(1, String.class) : query.bind(1, kind))
                .map(Grants::grant)
                .all();
    }

    public Mono<Grant> find(String code) {
        return database.sql(SELECT + " and a.code = $1")
                .bind(0, code)
                .map(Grants::grant)
                .one();
    }

    public Mono<Grant> awardedBy(long sequence) {
        return database.sql(SELECT + " and a.sequence = $1")
                .bind(0, sequence)
                .map(Grants::grant)
                .one();
    }

    public Flux<Grant> awardedBy(List<Long> sequences) {
        return database.sql(SELECT + " and a.sequence = any($1) order by a.sequence")
                .bind(0, sequences.toArray(Long[]::new))
                .map(Grants::grant)
                .all();
    }

    private static Grant grant(Readable row) {
        String[] funds = row.get("funds", String[].class);
        return new Grant(
                row.get("code", String.class),
                row.get("sequence", Long.class),
                row.get("kind", String.class),
                row.get("township", String.class),
                funds == null ? List.of() : List.of(funds),
                row.get("amount", Long.class),
                row.get("returned", Long.class),
                GrantState.valueOf(row.get("state", String.class)),
                row.get("awarded_at", Instant.class),
                row.get("sent_at", Instant.class),
                row.get("paid_at", Instant.class),
                row.get("ended_at", Instant.class),
                row.get("receipt_at", Instant.class));
    }
}

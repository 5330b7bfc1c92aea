package org.yici.site.grant;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.yici.site.feed.Projection;
import org.yici.site.feed.PublicJournal;
import org.yici.site.feed.Rows;
import reactor.core.publisher.Mono;

/** Follows each grant from its award on. */
@Component
class GrantProjection implements Projection<PublicJournal> {

    private static final String KEEP = """
            insert into site.award as a (code, sequence, kind, amount, returned, state, awarded_at, sent_at, paid_at, ended_at)
            select code, sequence, kind, amount, returned, state, awarded_at, sent_at, paid_at, ended_at
            from json_to_recordset($1::json) as row (code text, sequence bigint, kind text, amount bigint,
                returned bigint, state text,
                awarded_at timestamptz, sent_at timestamptz, paid_at timestamptz, ended_at timestamptz)
            on conflict (code) do update set sequence = excluded.sequence, kind = excluded.kind, amount = excluded.amount,
                returned = excluded.returned, state = excluded.state, awarded_at = excluded.awarded_at, sent_at = excluded.sent_at,
                paid_at = excluded.paid_at, ended_at = excluded.ended_at
            """;

    private static final String COUNT = """
            update site.total set grants = total.grants + row.grants
            from json_to_recordset($1::json) as row (grants bigint)
            """;

    private final DatabaseClient database;
    private final Rows rows;

    GrantProjection(DatabaseClient database, Rows rows) {
        this.database = database;
        this.rows = rows;
    }

    record Count(long grants) {}

    @Override
    public Mono<Void> apply(List<PublicJournal> batch) {
        List<PublicJournal> ofGrants =
                batch.stream().filter(journal -> journal.grant() != null).toList();
        return ofGrants.isEmpty() ? Mono.empty() : known(ofGrants).flatMap(grants -> write(ofGrants, grants));
    }

    private Mono<Void> write(List<PublicJournal> journals, Map<String, GrantWay> ways) {
        long paidBefore = ways.values().stream().filter(GrantWay::isPaid).count();
        for (PublicJournal journal : journals) {
            ways.compute(
                    Objects.requireNonNull(journal.grant()),
                    (code, way) -> way == null ? GrantWay.begin(journal) : way.then(journal));
        }
        long paid = ways.values().stream().filter(GrantWay::isPaid).count();
        return rows.write(KEEP, List.copyOf(ways.values()))
                .then(rows.write(COUNT, paid == paidBefore ? List.of() : List.of(new Count(paid - paidBefore))));
    }

    private Mono<Map<String, GrantWay>> known(List<PublicJournal> journals) {
        String[] codes = journals.stream()
                .map(journal -> Objects.requireNonNull(journal.grant()))
                .distinct()
                .toArray(String[]::new);
        return database.sql("""
                        select code, sequence, kind, amount, returned, state, awarded_at, sent_at, paid_at, ended_at
                        from site.award where sequence is not null and code = any($1)
                        """)
                .bind(0, codes)
                .map(row -> new GrantWay(
                        row.get("code", String.class),
                        row.get("sequence", Long.class),
                        row.get("kind", String.class),
                        row.get("amount", Long.class),
                        row.get("returned", Long.class),
                        GrantState.valueOf(row.get("state", String.class)),
                        row.get("awarded_at", Instant.class),
                        row.get("sent_at", Instant.class),
                        row.get("paid_at", Instant.class),
                        row.get("ended_at", Instant.class)))
                .all()
                .collectMap(GrantWay::code)
                .map(HashMap::new);
    }
}

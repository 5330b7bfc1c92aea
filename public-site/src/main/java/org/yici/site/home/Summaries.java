package org.yici.site.home;

import java.time.Instant;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** Adds up the funds: there are few, so the sums are never kept. */
@Repository
class Summaries {

    private static final String SELECT = """
            select coalesce(last.sequence, 0) as sequence, last.at, first.at as since, f.*, t.donors, t.grants, t.people,
                   t.households
            from (select coalesce(sum(received), 0)::bigint as received, coalesce(sum(refunded), 0)::bigint as refunded,
                         coalesce(sum(costs), 0)::bigint as costs, coalesce(sum(committed), 0)::bigint as committed,
                         coalesce(sum(disbursed), 0)::bigint as disbursed, coalesce(sum(balance), 0)::bigint as balance,
                         coalesce(sum(donations), 0)::bigint as donations
                  from site.fund) f
            cross join site.total t
            left join (select sequence, at from site.journal order by sequence desc limit 1) last on true
            left join (select at from site.journal where sequence = 1) first on true
            """;

    private final DatabaseClient database;

    Summaries(DatabaseClient database) {
        this.database = database;
    }

    Mono<Summary> now() {
        return database.sql(SELECT)
                .map(row -> new Summary(
                        row.get("sequence", Long.class),
                        row.get("at", Instant.class),
                        row.get("since", Instant.class),
                        row.get("received", Long.class),
                        row.get("refunded", Long.class),
                        row.get("costs", Long.class),
                        row.get("committed", Long.class),
                        row.get("disbursed", Long.class),
                        row.get("balance", Long.class),
                        row.get("donations", Long.class),
                        row.get("donors", Long.class),
                        row.get("grants", Long.class),
                        row.get("households", Long.class),
                        row.get("people", Long.class)))
                .one();
    }
}

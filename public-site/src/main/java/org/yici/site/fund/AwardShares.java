package org.yici.site.fund;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.yici.site.feed.Rows;
import reactor.core.publisher.Mono;

/** Keeps which funds bear each award. */
@Component
class AwardShares {

    private static final String KEEP = """
            insert into site.award_share
            select * from json_to_recordset($1::json) as row (code text, fund text, awarded bigint, disbursed bigint)
            on conflict (code, fund) do update set awarded = excluded.awarded, disbursed = excluded.disbursed
            """;

    private final DatabaseClient database;
    private final Rows rows;

    AwardShares(DatabaseClient database, Rows rows) {
        this.database = database;
        this.rows = rows;
    }

    record Row(String code, String fund, long awarded, long disbursed) {}

    Mono<Map<String, Shares>> of(Collection<String> grants) {
        Map<String, Shares> shares = new HashMap<>();
        return database.sql("select code, fund, awarded, disbursed from site.award_share where code = any($1)")
                .bind(0, grants.toArray(String[]::new))
                .map(row -> new Row(
                        row.get("code", String.class),
                        row.get("fund", String.class),
                        row.get("awarded", Long.class),
                        row.get("disbursed", Long.class)))
                .all()
                .doOnNext(row -> shares.computeIfAbsent(row.code, code -> Shares.none())
                        .know(row.fund, row.awarded, row.disbursed))
                .then(Mono.just(shares));
    }

    Mono<Void> keep(Map<String, Shares> shares) {
        List<Row> all = new ArrayList<>();
        shares.forEach((code, share) ->
                share.byFund().forEach((fund, part) -> all.add(new Row(code, fund, part.awarded(), part.disbursed()))));
        return rows.write(KEEP, all);
    }
}

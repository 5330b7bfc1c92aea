package org.yici.site.journal;

import java.util.List;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The journals and facts as they were published. */
@Repository
class Journals {

    private final DatabaseClient database;

    Journals(DatabaseClient database) {
        this.database = database;
    }

    /** @param text the exact published text */
    record Published(long number, String text) {}

    /** How many of each there are. */
    record Head(long journals, long facts) {}

    Flux<Published> after(long sequence, int limit) {
        return list("select sequence as number, leaf as text from site.journal", "sequence", sequence, limit);
    }

    Flux<Published> factsAfter(long number, int limit) {
        return list("select number, envelope as text from site.fact", "number", number, limit);
    }

    Mono<Head> head() {
        return database.sql("""
                        select coalesce((select max(sequence) from site.journal), 0) as journals,
                               coalesce((select max(number) from site.fact), 0) as facts
                        """)
                .map(row -> new Head(row.get("journals", Long.class), row.get("facts", Long.class)))
                .one();
    }

    private Flux<Published> list(String select, String key, long after, int limit) {
        return database.sql(select + " where " + key + " > $1 order by " + key + " limit $2")
                .bind(0, after)
                .bind(1, limit)
                .map(row -> new Published(row.get("number", Long.class), row.get("text", String.class)))
                .all();
    }

    /** A JSON listing of texts that are JSON already. */
    static String listing(List<Published> found, int limit) {
        boolean more = found.size() > limit;
        List<Published> items = more ? found.subList(0, limit) : found;
        StringBuilder json = new StringBuilder("{\"items\":[");
        items.forEach(item ->
                json.append(item.number() == items.get(0).number() ? "" : ",").append(item.text()));
        String next = more ? "\"" + items.get(limit - 1).number() + "\"" : "null";
        return json.append("],\"next\":").append(next).append('}').toString();
    }
}

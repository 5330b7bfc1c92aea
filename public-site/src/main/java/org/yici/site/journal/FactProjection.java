package org.yici.site.journal;

import java.util.List;
import org.springframework.stereotype.Component;
import org.yici.site.feed.Projection;
import org.yici.site.feed.PublicFact;
import org.yici.site.feed.Rows;
import reactor.core.publisher.Mono;

/** Keeps every fact, for the stream of events. */
@Component
class FactProjection implements Projection<PublicFact> {

    private static final String INSERT = """
            insert into site.fact
            select * from json_to_recordset($1::json) as row (number bigint, type text, envelope text)
            """;

    private final Rows rows;

    FactProjection(Rows rows) {
        this.rows = rows;
    }

    record Row(long number, String type, String envelope) {}

    @Override
    public Mono<Void> apply(List<PublicFact> batch) {
        return rows.write(
                INSERT,
                batch.stream()
                        .map(fact -> new Row(fact.number(), fact.type(), fact.envelope()))
                        .toList());
    }
}

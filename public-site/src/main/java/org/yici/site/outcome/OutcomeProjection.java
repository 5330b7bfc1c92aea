package org.yici.site.outcome;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Component;
import org.yici.site.feed.Projection;
import org.yici.site.feed.PublicFact;
import org.yici.site.feed.Rows;
import reactor.core.publisher.Mono;

/** Adds up what was told of visits, by kind of aid, question and answer. */
@Component
class OutcomeProjection implements Projection<PublicFact> {

    private static final String ADD = """
            insert into site.outcome as o
            select * from json_to_recordset($1::json) as row (kind text, question text, answer text, visits bigint)
            on conflict (kind, question, answer) do update set visits = o.visits + excluded.visits
            """;

    private final Rows rows;

    OutcomeProjection(Rows rows) {
        this.rows = rows;
    }

    record Row(String kind, String question, String answer, long visits) {}

    @Override
    public Mono<Void> apply(List<PublicFact> batch) {
        Map<String, Row> told = new TreeMap<>();
        batch.stream().filter(fact -> fact.type().equals("outcomes-told")).forEach(fact -> {
            Row row = new Row(
                    fact.text("kind"),
                    fact.text("question"),
                    fact.text("answer"),
                    fact.body().get("visits").asLong());
            told.merge(
                    row.kind + "\n" + row.question + "\n" + row.answer,
                    row,
                    (one, other) -> new Row(row.kind, row.question, row.answer, one.visits + other.visits));
        });
        return rows.write(ADD, List.copyOf(told.values()));
    }
}

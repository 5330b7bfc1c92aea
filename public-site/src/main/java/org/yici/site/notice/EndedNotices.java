package org.yici.site.notice;

import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;
import org.yici.site.feed.Projection;
import org.yici.site.feed.PublicFact;
import org.yici.site.feed.Rows;
import reactor.core.publisher.Mono;

/** Keeps what stays of a notice that has ended: its code and the hash of what it showed. */
@Component
class EndedNotices implements Projection<PublicFact> {

    private static final String KEEP = """
            insert into site.ended_notice
            select * from json_to_recordset($1::json) as row (code text, hash text, at timestamptz)
            on conflict (code) do update set hash = excluded.hash, at = excluded.at
            """;

    private final Rows rows;

    EndedNotices(Rows rows) {
        this.rows = rows;
    }

    record Row(String code, String hash, Instant at) {}

    @Override
    public Mono<Void> apply(List<PublicFact> batch) {
        return rows.write(
                KEEP,
                PublicFact.lastByKey(batch, "notice-ended", "notice").stream()
                        .map(fact -> new Row(fact.text("notice"), fact.text("hash"), fact.at()))
                        .toList());
    }
}

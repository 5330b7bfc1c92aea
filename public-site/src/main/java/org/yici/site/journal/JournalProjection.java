package org.yici.site.journal;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yici.site.feed.Projection;
import org.yici.site.feed.PublicJournal;
import org.yici.site.feed.Rows;
import reactor.core.publisher.Mono;

/** Keeps every journal. */
@Component
class JournalProjection implements Projection<PublicJournal> {

    private static final String INSERT = """
            insert into site.journal
            select * from json_to_recordset($1::json) as row (sequence bigint, at timestamptz, kind text, amount bigint,
                fund text, campaign text, grant_code text, of_sequence bigint, leaf text)
            """;

    private final Rows rows;

    JournalProjection(Rows rows) {
        this.rows = rows;
    }

    record Row(
            long sequence,
            Instant at,
            String kind,
            long amount,
            @Nullable String fund,
            @Nullable String campaign,
            @Nullable String grantCode,
            @Nullable Long ofSequence,
            String leaf) {}

    @Override
    public Mono<Void> apply(List<PublicJournal> batch) {
        return rows.write(INSERT, batch.stream().map(JournalProjection::row).toList());
    }

    private static Row row(PublicJournal journal) {
        String fund = journal.onFunds().stream()
                .map(PublicJournal.Entry::fund)
                .findFirst()
                .orElse(null);
        return new Row(
                journal.sequence(),
                journal.at(),
                journal.kind(),
                journal.amount(),
                fund,
                journal.campaign(),
                journal.grant(),
                journal.of(),
                journal.leaf());
    }
}

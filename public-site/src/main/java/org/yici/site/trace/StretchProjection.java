package org.yici.site.trace;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yici.site.feed.Projection;
import org.yici.site.feed.PublicJournal;
import org.yici.site.feed.Rows;
import reactor.core.publisher.Mono;

/** Keeps where the fen of each journal lie on the lines of the funds. */
@Component
class StretchProjection implements Projection<PublicJournal> {

    private static final String INSERT = """
            insert into site.stretch
            select * from json_to_recordset($1::json) as row (fund text, way text, from_fen bigint, to_fen bigint,
                sequence bigint, origin_fund text, origin_from bigint, origin bigint)
            """;

    private final Rows rows;

    StretchProjection(Rows rows) {
        this.rows = rows;
    }

    record Row(
            String fund,
            String way,
            long fromFen,
            long toFen,
            long sequence,
            @Nullable String originFund,
            @Nullable Long originFrom,
            @Nullable Long origin) {}

    @Override
    public Mono<Void> apply(List<PublicJournal> batch) {
        List<Row> stretches = new ArrayList<>();
        for (PublicJournal journal : batch) {
            journal.line().in().forEach(in -> stretches.add(row("in", in, journal)));
            journal.line().out().forEach(out -> stretches.add(row("out", out, journal)));
            journal.line().holes().forEach(hole -> stretches.add(row("hole", hole, journal)));
        }
        return rows.write(INSERT, stretches);
    }

    private static Row row(String way, PublicJournal.Stretch stretch, PublicJournal journal) {
        return new Row(
                stretch.fund(),
                way,
                stretch.from(),
                stretch.to(),
                journal.sequence(),
                stretch.originFund(),
                stretch.originFrom(),
                stretch.origin());
    }
}

package org.yici.site.notice;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yici.site.feed.Projection;
import org.yici.site.feed.PublicNotice;
import org.yici.site.feed.Rows;
import reactor.core.publisher.Mono;

/** Keeps the running notices, and drops each at its end. */
@Component
class NoticeProjection implements Projection<PublicNotice> {

    private static final String SHOW = """
            insert into site.notice
            select * from json_to_recordset($1::json) as row (code text, kind text, name text, township text,
                amount bigint, posted_at timestamptz, ends_at timestamptz, objected boolean)
            on conflict (code) do update set kind = excluded.kind, name = excluded.name, township = excluded.township,
                amount = excluded.amount, posted_at = excluded.posted_at, ends_at = excluded.ends_at,
                objected = excluded.objected
            """;

    private static final String TAKE_DOWN = """
            delete from site.notice n using json_to_recordset($1::json) as row (code text) where n.code = row.code
            """;

    private final Rows rows;

    NoticeProjection(Rows rows) {
        this.rows = rows;
    }

    record Row(
            String code,
            String kind,
            String name,
            String township,
            long amount,
            Instant postedAt,
            Instant endsAt,
            boolean objected) {}

    record Ended(String code) {}

    @Override
    public Mono<Void> apply(List<PublicNotice> batch) {
        Map<String, PublicNotice> newest = new LinkedHashMap<>();
        batch.forEach(notice -> newest.put(notice.code(), notice));
        List<Row> shown = new ArrayList<>();
        List<Ended> ended = new ArrayList<>();
        for (PublicNotice notice : newest.values()) {
            PublicNotice.@Nullable Showing showing = notice.showing();
            if (showing == null) {
                ended.add(new Ended(notice.code()));
            } else {
                shown.add(row(notice.code(), showing));
            }
        }
        return rows.write(SHOW, shown).then(rows.write(TAKE_DOWN, ended));
    }

    private static Row row(String code, PublicNotice.Showing showing) {
        return new Row(
                code,
                showing.kind(),
                showing.name(),
                showing.township(),
                showing.amount(),
                showing.postedAt(),
                showing.endsAt(),
                showing.objected());
    }
}

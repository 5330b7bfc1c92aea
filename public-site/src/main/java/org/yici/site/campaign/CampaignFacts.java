package org.yici.site.campaign;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yici.site.feed.Projection;
import org.yici.site.feed.PublicFact;
import org.yici.site.feed.Rows;
import reactor.core.publisher.Mono;

/** Learns what each campaign is for, and when it closes. A campaign that opens again says so with a new fact. */
@Component
class CampaignFacts implements Projection<PublicFact> {

    private static final String OPEN = """
            insert into site.campaign (code, state, fund, title_zh, title_en, purpose_zh, purpose_en, goal, filing_number,
                opens_at, closes_at)
            select code, 'OPEN', fund, title_zh, title_en, purpose_zh, purpose_en, goal, filing_number, opens_at, closes_at
            from json_to_recordset($1::json) as row (code text, fund text, title_zh text, title_en text, purpose_zh text,
                purpose_en text, goal bigint, filing_number text, opens_at timestamptz, closes_at timestamptz)
            on conflict (code) do update set state = 'OPEN', fund = excluded.fund, title_zh = excluded.title_zh,
                title_en = excluded.title_en, purpose_zh = excluded.purpose_zh, purpose_en = excluded.purpose_en,
                goal = excluded.goal, filing_number = excluded.filing_number, opens_at = excluded.opens_at,
                closes_at = excluded.closes_at
            """;

    private static final String CLOSE = """
            update site.campaign c set state = 'CLOSED'
            from json_to_recordset($1::json) as row (code text) where c.code = row.code
            """;

    private final Rows rows;

    CampaignFacts(Rows rows) {
        this.rows = rows;
    }

    record Opened(
            String code,
            String fund,
            String titleZh,
            String titleEn,
            String purposeZh,
            String purposeEn,
            long goal,
            String filingNumber,
            Instant opensAt,
            @Nullable Instant closesAt) {}

    record Closed(String code) {}

    @Override
    public Mono<Void> apply(List<PublicFact> batch) {
        List<Opened> opened = PublicFact.lastByKey(batch, "campaign-opened", "code").stream()
                .map(CampaignFacts::opened)
                .toList();
        List<Closed> closed = PublicFact.lastByKey(batch, "campaign-closed", "code").stream()
                .filter(fact -> isLast(fact, batch))
                .map(fact -> new Closed(fact.text("code")))
                .toList();
        return rows.write(OPEN, opened).then(rows.write(CLOSE, closed));
    }

    /** Within one batch a campaign may close and open again: the later fact holds. */
    private static boolean isLast(PublicFact closed, List<PublicFact> batch) {
        return PublicFact.lastByKey(batch, "campaign-opened", "code").stream()
                .noneMatch(
                        opened -> opened.text("code").equals(closed.text("code")) && opened.number() > closed.number());
    }

    private static Opened opened(PublicFact fact) {
        String closes = fact.textIfAny("closesAt");
        return new Opened(
                fact.text("code"),
                fact.text("fund"),
                fact.words("title", "zh"),
                fact.words("title", "en"),
                fact.words("purpose", "zh"),
                fact.words("purpose", "en"),
                fact.body().get("goal").asLong(),
                fact.text("filingNumber"),
                Instant.parse(fact.text("opensAt")),
                closes == null ? null : Instant.parse(closes));
    }
}

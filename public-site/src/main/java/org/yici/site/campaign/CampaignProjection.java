package org.yici.site.campaign;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.yici.site.feed.Projection;
import org.yici.site.feed.PublicJournal;
import org.yici.site.feed.Rows;
import reactor.core.publisher.Mono;

/** Adds up what each campaign raised. */
@Component
class CampaignProjection implements Projection<PublicJournal> {

    private static final String ADD = """
            insert into site.campaign as c (code, received, refunded, donations)
            select * from json_to_recordset($1::json) as row (code text, received bigint, refunded bigint, donations bigint)
            on conflict (code) do update set received = c.received + excluded.received,
                refunded = c.refunded + excluded.refunded, donations = c.donations + excluded.donations
            """;

    private final Rows rows;

    CampaignProjection(Rows rows) {
        this.rows = rows;
    }

    record Raised(String code, long received, long refunded, long donations) {

        Raised plus(Raised more) {
            return new Raised(code, received + more.received, refunded + more.refunded, donations + more.donations);
        }
    }

    @Override
    public Mono<Void> apply(List<PublicJournal> batch) {
        Map<String, Raised> byCode = new LinkedHashMap<>();
        for (PublicJournal journal : batch) {
            String campaign = journal.campaign();
            if (campaign != null) {
                byCode.merge(campaign, raised(campaign, journal), Raised::plus);
            }
        }
        return rows.write(ADD, List.copyOf(byCode.values()));
    }

    private static Raised raised(String campaign, PublicJournal journal) {
        return switch (journal.kind()) {
            case "donation" -> new Raised(campaign, journal.amount(), 0, 1);
            case "refund" -> new Raised(campaign, 0, journal.amount(), 0);
            default -> new Raised(campaign, 0, 0, 0);
        };
    }
}

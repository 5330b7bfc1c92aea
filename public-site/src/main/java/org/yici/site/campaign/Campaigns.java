package org.yici.site.campaign;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import org.yici.site.fund.FundFigures;
import org.yici.site.fund.Funds;
import reactor.core.publisher.Mono;

/** The campaigns that have been opened, the newest first. */
@Repository
public class Campaigns {

    private static final int AT_MOST = 200;

    private final DatabaseClient database;
    private final Funds funds;

    Campaigns(DatabaseClient database, Funds funds) {
        this.database = database;
        this.funds = funds;
    }

    public Mono<List<CampaignLine>> all() {
        return funds.after("", AT_MOST).collectMap(FundFigures::code).flatMap(this::with);
    }

    private Mono<List<CampaignLine>> with(Map<String, FundFigures> byCode) {
        return database.sql("""
                        select code, state, fund, title_zh, title_en, purpose_zh, purpose_en, goal, filing_number, closes_at,
                               received - refunded as received, donations
                        from site.campaign where state is not null order by opens_at desc, code limit 200
                        """)
                .map(row -> line(row, byCode.get(row.get("fund", String.class))))
                .all()
                .collectList();
    }

    private static CampaignLine line(Readable row, @Nullable FundFigures fund) {
        return new CampaignLine(
                row.get("code", String.class),
                row.get("title_zh", String.class),
                row.get("title_en", String.class),
                row.get("purpose_zh", String.class),
                row.get("purpose_en", String.class),
                row.get("state", String.class),
                row.get("goal", Long.class),
                row.get("filing_number", String.class),
                row.get("closes_at", Instant.class),
                row.get("received", Long.class),
                row.get("donations", Long.class),
                fund);
    }
}

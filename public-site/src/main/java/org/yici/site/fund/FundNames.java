package org.yici.site.fund;

import java.util.List;
import org.springframework.stereotype.Component;
import org.yici.site.feed.Projection;
import org.yici.site.feed.PublicFact;
import org.yici.site.feed.Rows;
import reactor.core.publisher.Mono;

/** Learns how each fund is called. */
@Component
class FundNames implements Projection<PublicFact> {

    private final Rows rows;

    FundNames(Rows rows) {
        this.rows = rows;
    }

    record Name(String code, String nameZh, String nameEn) {}

    @Override
    public Mono<Void> apply(List<PublicFact> batch) {
        return rows.write(
                FundStatements.NAMES,
                PublicFact.lastByKey(batch, "fund-opened", "code").stream()
                        .map(fact -> new Name(fact.text("code"), fact.words("name", "zh"), fact.words("name", "en")))
                        .toList());
    }
}

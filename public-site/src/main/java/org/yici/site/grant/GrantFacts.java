package org.yici.site.grant;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yici.site.feed.Projection;
import org.yici.site.feed.PublicFact;
import org.yici.site.feed.Rows;
import reactor.core.publisher.Mono;

/**
 * Learns what journals do not say: a grant's township, its confirmed receipt, and how many people and households were
 * helped. Those two of the home page's totals come from here, each person counted once; its money, gifts and donors come
 * from {@code org.yici.site.fund.FundProjection}.
 */
@Component
class GrantFacts implements Projection<PublicFact> {

    private static final String TOWNSHIP = """
            insert into site.award (code, township)
            select * from json_to_recordset($1::json) as row (code text, township text)
            on conflict (code) do update set township = excluded.township
            """;

    private static final String RECEIPT = """
            insert into site.award (code, receipt_at)
            select * from json_to_recordset($1::json) as row (code text, receipt_at timestamptz)
            on conflict (code) do update set receipt_at = excluded.receipt_at
            """;

    private static final String HELPED = """
            update site.total set people = total.people + row.people, households = total.households + row.households
            from json_to_recordset($1::json) as row (people bigint, households bigint)
            """;

    private final Rows rows;

    GrantFacts(Rows rows) {
        this.rows = rows;
    }

    record Township(String code, @Nullable String township) {}

    record Receipt(String code, Instant receiptAt) {}

    record Helped(long people, long households) {}

    @Override
    public Mono<Void> apply(List<PublicFact> batch) {
        List<Township> townships = PublicFact.lastByKey(batch, "award-made", "grant").stream()
                .map(fact -> new Township(fact.text("grant"), fact.textIfAny("township")))
                .toList();
        List<Receipt> receipts = PublicFact.lastByKey(batch, "receipt-confirmed", "grant").stream()
                .map(fact -> new Receipt(fact.text("grant"), fact.at()))
                .toList();
        Helped helped = new Helped(
                count(batch, "grant-paid", "newPerson") - count(batch, "grant-unpaid", "personGone"),
                count(batch, "grant-paid", "newHousehold") - count(batch, "grant-unpaid", "householdGone"));
        return rows.write(TOWNSHIP, townships)
                .then(rows.write(RECEIPT, receipts))
                .then(rows.write(HELPED, helped.equals(new Helped(0, 0)) ? List.of() : List.of(helped)));
    }

    private static long count(List<PublicFact> batch, String type, String mark) {
        return batch.stream()
                .filter(fact ->
                        fact.type().equals(type) && fact.body().get(mark).asBoolean())
                .count();
    }
}

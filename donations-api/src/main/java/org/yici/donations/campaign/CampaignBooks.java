package org.yici.donations.campaign;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.yici.ledger.CampaignCode;
import org.yici.ledger.FundCode;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * What the campaign pages show of the ledger. Nothing here is a counter of our own that could drift: the figures are
 * summed from the entries, once from the first on after a start and then only from where the last look ended, at most
 * once a second. The sequence is gap-free and in the order of commits, so nothing is ever missed.
 */
@Component
public final class CampaignBooks {

    private static final Duration FRESH = Duration.ofSeconds(1);
    /** Journals a statement: after a start a long history is read in pieces, none near the limit of a statement. */
    private static final long AT_ONCE = 500_000;

    private final DatabaseClient database;
    private final Mono<Snapshot> newest = Mono.defer(this::look).cache(FRESH);

    /** Only the look itself touches these, and there is one look at a time. */
    private final Map<String, Long> raised = new HashMap<>();

    private final Map<String, Long> gifts = new HashMap<>();
    private final Map<String, Long> balances = new HashMap<>();
    private final GrantsOfFunds grants = new GrantsOfFunds();
    private final long atOnce;
    private long upTo;

    @Autowired
    CampaignBooks(DatabaseClient database) {
        this(database, AT_ONCE);
    }

    CampaignBooks(DatabaseClient database, long atOnce) {
        this.database = database;
        this.atOnce = atOnce;
    }

    private record Snapshot(
            Map<String, Long> raised,
            Map<String, Long> gifts,
            Map<String, long[]> funds,
            Map<String, List<BookLine>> paidLines) {}

    public Mono<CampaignFigures> figures(Campaign campaign) {
        return newest.map(seen -> {
            String code = campaign.code().value();
            long[] fund = seen.funds.getOrDefault(account(campaign.fund().code()), new long[3]);
            return new CampaignFigures(
                    seen.raised.getOrDefault(code, 0L),
                    seen.gifts.getOrDefault(code, 0L),
                    fund[0] + fund[1] + fund[2],
                    fund[1],
                    fund[2]);
        });
    }

    /** The newest lines of the campaign's book, newest first. */
    public Mono<List<BookLine>> lastLines(Campaign campaign, int count) {
        return newest.flatMap(seen -> lastGifts(campaign.code(), count).map(gifts -> Stream.concat(
                        gifts.stream(),
                        seen.paidLines.getOrDefault(account(campaign.fund().code()), List.of()).stream())
                .sorted(Comparator.comparingLong(BookLine::sequence).reversed())
                .limit(count)
                .toList()));
    }

    private Mono<List<BookLine>> lastGifts(CampaignCode code, int count) {
        return database.sql("select sequence, paid_at, amount from donations.donation"
                        + " where campaign = $1 order by sequence desc limit $2")
                .bind(0, code.value())
                .bind(1, count)
                .map(row -> new BookLine(
                        requireNonNull(row.get("sequence", Long.class)),
                        requireNonNull(row.get("paid_at", OffsetDateTime.class)).toInstant(),
                        null,
                        null,
                        requireNonNull(row.get("amount", Long.class))))
                .all()
                .collectList();
    }

    private Mono<Snapshot> look() {
        return database.sql("select last_sequence from ledger.head")
                .map(row -> requireNonNull(row.get("last_sequence", Long.class)))
                .one()
                .flatMap(last -> Mono.defer(() -> readTo(Math.min(last, upTo + atOnce)))
                        .repeat(() -> upTo < last)
                        .then(Mono.fromSupplier(this::snapshot)));
    }

    private Mono<Void> readTo(long last) {
        return Mono.zip(
                        giftSums(last).collectList(),
                        balanceSums(last).collectList(),
                        moves(last).collectList())
                .doOnNext(news -> {
                    news.getT1().forEach(sum -> {
                        raised.merge(sum.name, sum.amount, Long::sum);
                        gifts.merge(sum.name, sum.count, Long::sum);
                    });
                    news.getT2().forEach(sum -> balances.merge(sum.name, sum.amount, Long::sum));
                    news.getT3().forEach(grants::add);
                    upTo = last;
                })
                .then();
    }

    private record Sum(String name, long amount, long count) {}

    private Flux<Sum> giftSums(long last) {
        return sums(
                "select j.campaign as name, sum(-e.amount)::bigint as amount,"
                        + " count(*) filter (where j.kind = 'donation') as count"
                        + " from ledger.journals j join ledger.entries e on e.sequence = j.sequence"
                        + " where j.sequence > $1 and j.sequence <= $2 and e.sequence > $1 and e.sequence <= $2 and j.campaign is not null"
                        + " and j.kind in ('donation', 'refund') and e.account like 'fund:%' group by j.campaign",
                last);
    }

    private Flux<Sum> balanceSums(long last) {
        return sums(
                "select account as name, sum(-amount)::bigint as amount, count(*) as count from ledger.entries"
                        + " where sequence > $1 and sequence <= $2 and account like 'fund:%' group by account",
                last);
    }

    private Flux<Sum> sums(String sql, long last) {
        return database.sql(sql)
                .bind(0, upTo)
                .bind(1, last)
                .map(row -> new Sum(
                        requireNonNull(row.get("name", String.class)),
                        requireNonNull(row.get("amount", Long.class)),
                        requireNonNull(row.get("count", Long.class))))
                .all();
    }

    private Flux<GrantsOfFunds.Move> moves(long last) {
        return database.sql("select j.sequence, j.kind, j.at, j.grant_code, j.aid, e.account, e.amount"
                        + " from ledger.journals j join ledger.entries e on e.sequence = j.sequence"
                        + " where j.sequence > $1 and j.sequence <= $2 and e.sequence > $1 and e.sequence <= $2 and j.grant_code is not null"
                        + " order by j.sequence, e.account")
                .bind(0, upTo)
                .bind(1, last)
                .map(row -> new GrantsOfFunds.Move(
                        requireNonNull(row.get("sequence", Long.class)),
                        requireNonNull(row.get("kind", String.class)),
                        requireNonNull(row.get("at", OffsetDateTime.class)).toInstant(),
                        requireNonNull(row.get("grant_code", String.class)),
                        row.get("aid", String.class),
                        requireNonNull(row.get("account", String.class)),
                        requireNonNull(row.get("amount", Long.class))))
                .all();
    }

    private Snapshot snapshot() {
        Map<String, long[]> funds = balances.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, fund ->
                new long[] {fund.getValue(), grants.promised(fund.getKey()), grants.paid(fund.getKey())}));
        Map<String, List<BookLine>> lines =
                balances.keySet().stream().collect(Collectors.toMap(fund -> fund, grants::lines));
        return new Snapshot(Map.copyOf(raised), Map.copyOf(gifts), funds, lines);
    }

    private static String account(FundCode fund) {
        return "fund:" + fund;
    }
}

package org.yici.site.trace;

import java.time.Instant;
import java.util.List;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import org.yici.ledger.trace.AwardTrace;
import org.yici.ledger.trace.GiftTrace;
import org.yici.site.fund.Funds;
import org.yici.site.grant.Grants;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Gathers what belongs to a trace: times, funds and grants. */
@Repository
public class GiftWays {

    private final Traces traces;
    private final Grants grants;
    private final Funds funds;
    private final DatabaseClient database;

    GiftWays(Traces traces, Grants grants, Funds funds, DatabaseClient database) {
        this.traces = traces;
        this.grants = grants;
        this.funds = funds;
        this.database = database;
    }

    /** A gift that fed an award, and its share in it (fen). */
    public record Feeder(long sequence, String fund, long amount, Instant at) {}

    Mono<GiftWay> ofGift(long sequence) {
        return traces.ofGift(sequence).flatMap(trace -> Mono.zip(
                        time(sequence),
                        funds.find(trace.fund().value()),
                        grants.awardedBy(trace.paid().stream()
                                        .map(GiftTrace.Share::award)
                                        .toList())
                                .collectList(),
                        givenBack(sequence))
                .map(parts -> GiftWay.of(trace, parts.getT1(), parts.getT2(), parts.getT3(), parts.getT4())));
    }

    /** Do fen of the gift lie where a household gave them back? */
    private Mono<Boolean> givenBack(long gift) {
        return database.sql("""
                        select exists (select from site.lines_of_gift($1) s join site.journal j on j.sequence = s.sequence
                                       where s.way = 'in' and j.kind = 'grant-returned') as given_back
                        """)
                .bind(0, gift)
                .map(row -> row.get("given_back", Boolean.class))
                .one();
    }

    /** The gifts that an award is made of, in their order; empty when that journal is no award. */
    public Mono<List<Feeder>> feedersOf(long award) {
        return traces.ofAward(award).flatMap(trace -> {
            Long[] gifts = trace.gifts().stream().map(AwardTrace.Share::gift).toArray(Long[]::new);
            return database.sql("select sequence, at from site.journal where sequence = any($1)")
                    .bind(0, gifts)
                    .map(row -> new Moment(row.get("sequence", Long.class), row.get("at", Instant.class)))
                    .all()
                    .collectMap(Moment::sequence, Moment::at)
                    .flatMapMany(times -> Flux.fromIterable(trace.gifts())
                            .map(share -> new Feeder(
                                    share.gift(),
                                    share.fund().value(),
                                    share.amount().fen(),
                                    times.getOrDefault(share.gift(), Instant.EPOCH))))
                    .collectList();
        });
    }

    private record Moment(long sequence, Instant at) {}

    private Mono<Instant> time(long sequence) {
        return database.sql("select at from site.journal where sequence = $1")
                .bind(0, sequence)
                .map(row -> row.get("at", Instant.class))
                .one();
    }
}

package org.yici.site.trace;

import io.r2dbc.spi.Readable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import org.yici.ledger.FundCode;
import org.yici.ledger.trace.AwardTrace;
import org.yici.ledger.trace.FundLines;
import org.yici.ledger.trace.GiftTrace;
import org.yici.ledger.trace.Hole;
import org.yici.ledger.trace.Inflow;
import org.yici.ledger.trace.Outflow;
import org.yici.ledger.trace.Trace;
import reactor.core.publisher.Mono;

/** Traces over the public stretches, by the same pure rules as receipts. */
@Repository
public class Traces {

    private final DatabaseClient database;

    Traces(DatabaseClient database) {
        this.database = database;
    }

    /** Empty when that journal is no gift. */
    public Mono<GiftTrace> ofGift(long sequence) {
        return trace("site.lines_of_gift", sequence, trace -> trace.ofGift(sequence));
    }

    /** Empty when that journal is no award. */
    public Mono<AwardTrace> ofAward(long sequence) {
        return trace("site.lines_of_award", sequence, trace -> trace.ofAward(sequence));
    }

    private <T> Mono<T> trace(String function, long sequence, Function<Trace, Optional<T>> question) {
        return database.sql(
                        "select s.way, s.sequence, s.fund, s.from_fen, s.to_fen, s.origin, s.origin_fund, s.origin_from,"
                                + " j.kind from " + function + "($1) s join site.journal j on j.sequence = s.sequence")
                .bind(0, sequence)
                .map(Row::of)
                .all()
                .collectList()
                .flatMap(rows -> Mono.justOrEmpty(question.apply(new Trace(lines(rows)))));
    }

    private record Row(
            String way, String kind, long sequence, FundCode fund, long from, long to, Inflow.@Nullable Origin origin) {

        static Row of(Readable row) {
            Long origin = row.get("origin", Long.class);
            return new Row(
                    row.get("way", String.class),
                    row.get("kind", String.class),
                    row.get("sequence", Long.class),
                    FundCode.of(row.get("fund", String.class)),
                    row.get("from_fen", Long.class),
                    row.get("to_fen", Long.class),
                    origin == null
                            ? null
                            : new Inflow.Origin(
                                    origin,
                                    FundCode.of(row.get("origin_fund", String.class)),
                                    row.get("origin_from", Long.class)));
        }
    }

    private static FundLines lines(List<Row> rows) {
        List<Inflow> in = new ArrayList<>();
        List<Outflow> out = new ArrayList<>();
        List<Hole> holes = new ArrayList<>();
        for (Row row : rows) {
            switch (row.way) {
                case "in" -> in.add(new Inflow(row.sequence, row.fund, row.from, row.to, row.origin));
                case "out" -> out.add(new Outflow(row.sequence, use(row.kind), row.fund, row.from, row.to));
                default -> holes.add(new Hole(row.sequence, row.fund, row.from, row.to));
            }
        }
        return new FundLines(in, out, holes);
    }

    private static Outflow.Use use(String kind) {
        return "award".equals(kind) ? Outflow.Use.AWARD : Outflow.Use.COST;
    }
}

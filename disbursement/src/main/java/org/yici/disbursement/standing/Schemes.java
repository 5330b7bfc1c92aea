package org.yici.disbursement.standing;

import io.r2dbc.spi.Readable;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.yici.disbursement.Columns;
import org.yici.disbursement.standard.Standard;
import org.yici.disbursement.standard.Standards;
import org.yici.ledger.SchemeCode;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The schemes with their standards. */
@Component
public final class Schemes {

    private static final String ALL = "select c.code, c.period, g.standard, g.category, g.residence, g.care"
            + " from disbursement.scheme c join disbursement.standing g on g.scheme = c.code"
            + " join disbursement.standard s on s.code = g.standard order by c.position, s.position";

    private final DatabaseClient database;
    private final Standards standards;

    Schemes(DatabaseClient database, Standards standards) {
        this.database = database;
        this.standards = standards;
    }

    private record Row(String scheme, Frequency every, StandingStandard standing) {}

    public Flux<Scheme> all() {
        return standards
                .all()
                .collect(Collectors.toMap(Standard::code, Function.identity()))
                .flatMapMany(
                        known -> database.sql(ALL).map(row -> row(row, known)).all())
                .bufferUntilChanged(Row::scheme)
                .map(Schemes::scheme);
    }

    public Mono<Scheme> find(String code) {
        return all().filter(scheme -> scheme.code().value().equals(code)).next();
    }

    /** The scheme that a standard belongs to; empty where it is a programme's. */
    public Mono<Scheme> ofStandard(String code) {
        return all().filter(scheme -> scheme.standards().stream()
                        .anyMatch(standing -> standing.standard().code().equals(code)))
                .next();
    }

    private static Row row(Readable row, Map<String, Standard> known) {
        @Nullable String residence = row.get("residence", String.class);
        return new Row(
                Columns.text(row, "code"),
                Frequency.valueOf(Columns.text(row, "period")),
                new StandingStandard(
                        Objects.requireNonNull(known.get(Columns.text(row, "standard"))),
                        Columns.text(row, "category"),
                        residence == null ? null : Residence.valueOf(residence),
                        row.get("care", String.class)));
    }

    private static Scheme scheme(List<Row> rows) {
        Row first = rows.get(0);
        return new Scheme(
                SchemeCode.of(first.scheme()),
                first.every(),
                rows.stream().map(Row::standing).toList());
    }
}

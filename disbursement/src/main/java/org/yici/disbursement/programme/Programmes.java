package org.yici.disbursement.programme;

import java.util.List;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.yici.disbursement.Columns;
import org.yici.ledger.AidKind;
import org.yici.ledger.FundCode;
import org.yici.ledger.Money;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The programmes as they stand in the database. */
@Component
public final class Programmes {

    private static final String ALL = "select p.kind, p.cap, array_agg(f.fund order by f.position) as funds"
            + " from disbursement.programme p join disbursement.programme_fund f on f.kind = p.kind"
            + " group by p.kind, p.cap order by p.kind desc";

    private final DatabaseClient database;

    Programmes(DatabaseClient database) {
        this.database = database;
    }

    public Flux<Programme> all() {
        return database.sql(ALL)
                .map(row -> new Programme(
                        AidKind.ofWord(Columns.text(row, "kind")),
                        Money.ofFen(Columns.number(row, "cap")),
                        List.of(Columns.required(row, "funds", String[].class)).stream()
                                .map(FundCode::of)
                                .toList()))
                .all();
    }

    public Mono<Programme> of(AidKind kind) {
        return all().filter(programme -> programme.kind() == kind).single();
    }
}

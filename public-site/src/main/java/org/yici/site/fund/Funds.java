package org.yici.site.fund;

import io.r2dbc.spi.Readable;
import java.time.LocalDate;
import java.util.List;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The funds and their months. */
@Repository
public class Funds {

    private static final String SELECT = """
            select code, name_zh, name_en, received, refunded, costs, committed, disbursed, transferred, balance,
                   donations, donors
            from site.fund
            """;

    private final DatabaseClient database;

    Funds(DatabaseClient database) {
        this.database = database;
    }

    /** In the order of their codes; {@code after} is the empty string for the first. */
    public Flux<FundFigures> after(String code, int limit) {
        return database.sql(SELECT + " where code > $1 order by code limit $2")
                .bind(0, code)
                .bind(1, limit)
                .map(Funds::figures)
                .all();
    }

    /** Those with the most received first, for pages. */
    Flux<FundFigures> greatestFirst() {
        return database.sql(SELECT + " order by received desc, code limit 200")
                .map(Funds::figures)
                .all();
    }

    public Mono<FundFigures> find(String code) {
        return database.sql(SELECT + " where code = $1")
                .bind(0, code)
                .map(Funds::figures)
                .one();
    }

    /** Newest first, two years of them. */
    Mono<List<FundMonth>> months(String code) {
        return database.sql("""
                        select month, received, committed, disbursed from site.fund_month
                        where fund = $1 and (received, committed, disbursed) <> (0, 0, 0)
                        order by month desc limit 24
                        """)
                .bind(0, code)
                .map(row -> new FundMonth(
                        row.get("month", LocalDate.class),
                        row.get("received", Long.class),
                        row.get("committed", Long.class),
                        row.get("disbursed", Long.class)))
                .all()
                .collectList();
    }

    private static FundFigures figures(Readable row) {
        return new FundFigures(
                row.get("code", String.class),
                row.get("name_zh", String.class),
                row.get("name_en", String.class),
                row.get("received", Long.class),
                row.get("refunded", Long.class),
                row.get("costs", Long.class),
                row.get("committed", Long.class),
                row.get("disbursed", Long.class),
                row.get("transferred", Long.class),
                row.get("balance", Long.class),
                row.get("donations", Long.class),
                row.get("donors", Long.class));
    }
}

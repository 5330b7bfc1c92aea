package org.yici.site.journal;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.List;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** The lines that people read: gifts, what went back, what was promised, what reached people. Newest first. */
@Repository
public class Book {

    /** Beyond every sequence. */
    public static final long NEWEST = Long.MAX_VALUE;

    private static final String COLUMNS = """
            select j.sequence, j.at, j.kind, %s as amount, j.of_sequence, j.campaign, c.title_zh, c.title_en,
                   j.grant_code, a.kind as aid, a.township
            """;
    private static final String NAMES =
            " left join site.campaign c on c.code = j.campaign left join site.award a on a.code = j.grant_code ";

    private final DatabaseClient database;

    Book(DatabaseClient database) {
        this.database = database;
    }

    /** Lines of all funds before {@code sequence}. */
    public Mono<List<BookLine>> before(long sequence, int limit) {
        return database.sql(COLUMNS.formatted("j.amount") + "from site.journal j" + NAMES + """
                        where j.kind in ('donation', 'refund', 'award', 'release', 'payout-confirmed', 'payout-returned',
                              'grant-returned')
                          and j.sequence < $1
                        order by j.sequence desc limit $2
                        """)
                .bind(0, sequence)
                .bind(1, limit)
                .map(Book::line)
                .all()
                .collectList();
    }

    /** Lines of one fund before {@code sequence}, with the fen of that fund. */
    public Mono<List<BookLine>> ofFundBefore(String fund, long sequence, int limit) {
        return database.sql(COLUMNS.formatted("f.amount")
                        + "from site.fund_journal f join site.journal j on j.sequence = f.sequence" + NAMES
                        + "where f.fund = $1 and f.sequence < $2 order by f.sequence desc limit $3")
                .bind(0, fund)
                .bind(1, sequence)
                .bind(2, limit)
                .map(Book::line)
                .all()
                .collectList();
    }

    private static BookLine line(Readable row) {
        return new BookLine(
                row.get("sequence", Long.class),
                row.get("at", Instant.class),
                row.get("kind", String.class),
                row.get("amount", Long.class),
                row.get("of_sequence", Long.class),
                row.get("title_zh", String.class),
                row.get("title_en", String.class),
                row.get("campaign", String.class),
                row.get("grant_code", String.class),
                row.get("aid", String.class),
                row.get("township", String.class));
    }
}

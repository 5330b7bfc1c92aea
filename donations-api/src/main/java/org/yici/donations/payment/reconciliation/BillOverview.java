package org.yici.donations.payment.reconciliation;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.yici.ledger.Money;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** How the books stand against the providers' bills, for people. */
@Component
public class BillOverview {

    private static final int DAYS = 60;

    private final DatabaseClient database;

    BillOverview(DatabaseClient database) {
        this.database = database;
    }

    /**
     * A bill that was read.
     *
     * @param open how many of its lines are not accounted for
     * @param readAt wall clock
     */
    public record Day(String provider, LocalDate day, int lines, long open, Instant readAt) {}

    /** The last bills, the newest first. */
    public Flux<Day> days() {
        return database.sql("select b.provider, b.day, b.lines, b.read_at, (select count(*) from donations.bill_line l"
                        + " where l.provider = b.provider and l.day = b.day and not l.matched) as open"
                        + " from donations.bill b order by b.day desc, b.provider limit " + DAYS)
                .map(row -> new Day(
                        requireNonNull(row.get("provider", String.class)),
                        requireNonNull(row.get("day", LocalDate.class)),
                        requireNonNull(row.get("lines", Integer.class)),
                        requireNonNull(row.get("open", Long.class)),
                        requireNonNull(row.get("read_at", OffsetDateTime.class)).toInstant()))
                .all();
    }

    /** What providers have charged and no fund has borne yet. */
    public Mono<Money> feesOwed() {
        return database.sql(
                        "select greatest(0, (select coalesce(sum(fen), 0) from donations.provider_fee where covered_by is null)"
                                + " - (select coalesce(sum(fen), 0) from donations.provider_fee_back where returned_by is null))"
                                + "::bigint as fen")
                .map(row -> Money.ofFen(requireNonNull(row.get("fen", Long.class))))
                .one();
    }
}

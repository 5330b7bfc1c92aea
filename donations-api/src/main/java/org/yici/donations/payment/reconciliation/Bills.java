package org.yici.donations.payment.reconciliation;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.yici.donations.payment.order.Bill;
import org.yici.donations.payment.order.BillLine;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The bills on file. */
@Component
class Bills {

    /** How far back providers keep their bills: three months, the shortest (WeChat Pay). */
    private static final int KEPT_DAYS = 89;

    private final DatabaseClient database;

    Bills(DatabaseClient database) {
        this.database = database;
    }

    /** A line that was not on file. @param matched whether it says what we know */
    record NewLine(BillLine line, boolean matched) {}

    /** Files lines; answers those that are new. */
    Flux<NewLine> file(String provider, LocalDate day, List<BillLine> lines) {
        return database.sql("select n, matched from donations.read_bill($1, $2, $3, $4, $5, $6, $7, $8)")
                .bind(0, provider)
                .bind(1, day)
                .bind(2, texts(lines, line -> line.kind().name()))
                .bind(3, texts(lines, BillLine::theirs))
                .bind(4, texts(lines, BillLine::ours))
                .bind(5, lines.stream().map(BillLine::fen).toArray(Long[]::new))
                .bind(6, texts(lines, BillLine::currency))
                .bind(7, lines.stream().map(line -> line.at().toEpochMilli()).toArray(Long[]::new))
                .map(row -> new NewLine(
                        lines.get(requireNonNull(row.get("n", Integer.class)) - 1),
                        Boolean.TRUE.equals(row.get("matched", Boolean.class))))
                .all();
    }

    /**
     * The lines of a day that are neither accounted for nor waiting for a person: the new ones, and those whose settling a crash
     * or an outage has cut short before. And those of any day that wait, but may fit by now: a settlement that came before what
     * it settles, something that came back before it was known to have gone.
     */
    Flux<BillLine> unsettled(String provider, LocalDate day) {
        return database.sql("select l.kind, l.ours, l.theirs, l.fen, l.currency, l.at from donations.bill_line l"
                        + " where l.provider = $1 and not l.matched and (l.day = $2 and not l.waits or l.waits and exists ("
                        + "select from donations.discrepancy d where d.provider = l.provider and d.subject = l.theirs"
                        + " and (d.kind in ('other-settlement', 'unclear-line', 'not-bookable')"
                        + " or d.kind = 'dispute' and l.kind = 'CHARGEBACK') and d.settled_at is null))"
                        + " order by l.at, l.kind, l.theirs")
                .bind(0, provider)
                .bind(1, day)
                .map(row -> new BillLine(
                        BillLine.Kind.valueOf(requireNonNull(row.get("kind", String.class))),
                        row.get("ours", String.class),
                        requireNonNull(row.get("theirs", String.class)),
                        requireNonNull(row.get("fen", Long.class)),
                        requireNonNull(row.get("currency", String.class)),
                        requireNonNull(row.get("at", OffsetDateTime.class)).toInstant()))
                .all();
    }

    /** The line is accounted for now. */
    Mono<Void> matched(String provider, BillLine line) {
        return database.sql(
                        "update donations.bill_line set matched = true where provider = $1 and kind = $2 and theirs = $3")
                .bind(0, provider)
                .bind(1, line.kind().name())
                .bind(2, line.theirs())
                .then();
    }

    /** A person has the line. */
    Mono<Void> waits(String provider, BillLine line) {
        return database.sql(
                        "update donations.bill_line set waits = true where provider = $1 and kind = $2 and theirs = $3")
                .bind(0, provider)
                .bind(1, line.kind().name())
                .bind(2, line.theirs())
                .then();
    }

    /** Notes that the bill was read to its end. */
    Mono<Void> read(Bill bill) {
        return database.sql("insert into donations.bill (provider, day, lines) values ($1, $2, $3)"
                        + " on conflict (provider, day) do update set lines = excluded.lines, read_at = now()")
                .bind(0, bill.provider())
                .bind(1, bill.day())
                .bind(2, bill.lines().size())
                .then();
    }

    /** The days up to {@code last} whose bill is not read, the oldest first: since our first order, a week at least. */
    Flux<LocalDate> unread(String provider, LocalDate last) {
        return database.sql("select d::date as day from generate_series(greatest($2 - $3, least($2 - 6, (select"
                        + " (o.created_at at time zone 'Asia/Shanghai')::date from donations.provider_order o"
                        + " where o.provider = $1 order by o.id limit 1))), $2, interval '1 day') d"
                        + " where not exists (select from donations.bill b where b.provider = $1 and b.day = d::date)"
                        + " order by d")
                .bind(0, provider)
                .bind(1, last)
                .bind(2, KEPT_DAYS)
                .map(row -> requireNonNull(row.get("day", LocalDate.class)))
                .all();
    }

    /** How many payments are missing in the bills, now that the one of this day is filed, and were not found missing until now. */
    Mono<Long> missing(String provider, LocalDate day, Instant now) {
        return database.sql("select donations.miss_in_bills($1, $2, $3) as missing")
                .bind(0, provider)
                .bind(1, day)
                .bind(2, now.atOffset(ZoneOffset.UTC))
                .map(row -> requireNonNull(row.get("missing", Long.class)))
                .one();
    }

    private static @Nullable String[] texts(List<BillLine> lines, Function<BillLine, @Nullable String> part) {
        return lines.stream().map(part).toArray(String[]::new);
    }
}

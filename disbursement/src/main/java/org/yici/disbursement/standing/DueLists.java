package org.yici.disbursement.standing;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.yici.disbursement.Columns;
import org.yici.ledger.Money;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The due lists that were fixed, with their parts, which are never changed. */
@Component
public final class DueLists {

    /** Rows a statement. */
    private static final int PIECE = 2_000;

    private static final String PART = "select p.*, v.standard from disbursement.due_part p"
            + " join disbursement.standard_version v on v.id = p.version";

    private final DatabaseClient database;

    DueLists(DatabaseClient database) {
        this.database = database;
    }

    public Mono<BookedList> find(String scheme, Period period) {
        return database.sql("select * from disbursement.due_list where scheme = $1 and period = $2")
                .bind(0, scheme)
                .bind(1, period.word())
                .map(DueLists::list)
                .one();
    }

    /** The same, and until the end of the transaction nobody else changes it. */
    Mono<BookedList> lock(String scheme, Period period) {
        return database.sql("select * from disbursement.due_list where scheme = $1 and period = $2 for update")
                .bind(0, scheme)
                .bind(1, period.word())
                .map(DueLists::list)
                .one();
    }

    /** All of them, newest first. */
    public Flux<BookedList> all() {
        return database.sql("select * from disbursement.due_list order by booked_at desc, id")
                .map(DueLists::list)
                .all();
    }

    public Flux<DuePart> parts(UUID list) {
        return database.sql(PART + " where p.list = $1 order by p.person, p.month, v.standard")
                .bind(0, list)
                .map(DueLists::part)
                .all();
    }

    /** Whether a fixed list has parts by that standard for a month that begins on that day or later. */
    public Mono<Boolean> isDueFrom(String standard, LocalDate day) {
        return database.sql("select exists (select from disbursement.due_part p"
                        + " join disbursement.standard_version v on v.id = p.version"
                        + " where v.standard = $1 and p.month >= $2) as due")
                .bind(0, standard)
                .bind(1, day)
                .map(row -> Columns.required(row, "due", Boolean.class))
                .one();
    }

    Mono<Void> add(BookedList list, List<DuePart> parts) {
        return database.sql(
                        "insert into disbursement.due_list (id, scheme, period, total, people, households, state, due,"
                                + " booked_by, booked_at) values ($1, $2, $3, $4, $5, $6, 'BOOKED', $7, $8, $9)")
                .bind(0, list.id())
                .bind(1, list.scheme())
                .bind(2, list.period())
                .bind(3, list.total().fen())
                .bind(4, list.people())
                .bind(5, list.households())
                .bind(6, list.due())
                .bind(7, list.bookedBy())
                .bind(8, Columns.utc(list.bookedAt()))
                .then()
                .thenMany(Flux.fromIterable(parts).buffer(PIECE))
                .concatMap(piece -> insert(list.id(), piece))
                .then();
    }

    private Mono<Void> insert(UUID list, List<DuePart> parts) {
        return database.sql(
                        "insert into disbursement.due_part (list, person, household, residence, care, month, version, amount)"
                                + " select $1, * from unnest($2::uuid[], $3::uuid[], $4::text[], $5::text[], $6::date[], $7::uuid[],"
                                + " $8::bigint[])")
                .bind(0, list)
                .bind(1, parts.stream().map(DuePart::person).toArray(UUID[]::new))
                .bind(2, parts.stream().map(DuePart::household).toArray(UUID[]::new))
                .bind(3, parts.stream().map(part -> part.residence().name()).toArray(String[]::new))
                .bind(4, parts.stream().map(DuePart::care).toArray(String[]::new))
                .bind(5, parts.stream().map(part -> part.month().atDay(1)).toArray(LocalDate[]::new))
                .bind(6, parts.stream().map(DuePart::version).toArray(UUID[]::new))
                .bind(7, parts.stream().map(part -> part.amount().fen()).toArray(Long[]::new))
                .then();
    }

    Mono<Void> paid(UUID list, long sequence, String by, Instant at) {
        return database.sql(
                        "update disbursement.due_list set state = 'PAID', paid = $2, paid_by = $3, paid_at = $4 where id = $1")
                .bind(0, list)
                .bind(1, sequence)
                .bind(2, by)
                .bind(3, Columns.utc(at))
                .then();
    }

    private static BookedList list(Readable row) {
        return new BookedList(
                Columns.id(row, "id"),
                Columns.text(row, "scheme"),
                Columns.text(row, "period"),
                Money.ofFen(Columns.number(row, "total")),
                Columns.required(row, "people", Integer.class),
                Columns.required(row, "households", Integer.class),
                Columns.number(row, "due"),
                Columns.text(row, "booked_by"),
                Columns.instant(row, "booked_at"),
                row.get("paid_by", String.class),
                Columns.instantOrNull(row, "paid_at"));
    }

    private static DuePart part(Readable row) {
        return new DuePart(
                Columns.id(row, "person"),
                Columns.id(row, "household"),
                Residence.valueOf(Columns.text(row, "residence")),
                row.get("care", String.class),
                YearMonth.from(Columns.required(row, "month", LocalDate.class)),
                Columns.text(row, "standard"),
                Columns.id(row, "version"),
                Money.ofFen(Columns.number(row, "amount")));
    }
}

package org.yici.disbursement.standing;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.yici.disbursement.Columns;
import org.yici.ledger.Money;
import org.yici.ledger.SchemeCode;
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
    private final Corrections corrections;

    DueLists(DatabaseClient database, Corrections corrections) {
        this.database = database;
        this.corrections = corrections;
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

    /** A fixed list as it stands, with what it put right. */
    public Mono<DueList> whole(BookedList list) {
        return Mono.zip(
                        parts(list.id()).collectList(),
                        corrections.of(list.id()).collectList())
                .map(found -> new DueList(
                        SchemeCode.of(list.scheme()),
                        list.periodMeant(),
                        found.getT1(),
                        found.getT2(),
                        List.of(),
                        Set.of()));
    }

    /** Those of a scheme that were fixed for periods before that one, the newest first. */
    public Flux<BookedList> before(String scheme, Period period) {
        return database.sql("select * from disbursement.due_list where scheme = $1")
                .bind(0, scheme)
                .map(DueLists::list)
                .all()
                .filter(list -> list.periodMeant().first().isBefore(period.first()))
                .sort(Comparator.comparing(
                                (BookedList list) -> list.periodMeant().first())
                        .reversed());
    }

    /** Until the end of the transaction nobody else fixes a list of the scheme, or decides what was paid too much. */
    public Mono<Void> lockScheme(String scheme) {
        return database.sql("select pg_advisory_xact_lock(hashtextextended('due/' || $1, 0))")
                .bind(0, scheme)
                .then();
    }

    Mono<Void> add(BookedList list, DueList due) {
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
                .thenMany(Flux.fromIterable(due.parts()).buffer(PIECE))
                .concatMap(piece -> insert(list.id(), piece))
                .then(corrections.ofList(list.id(), due.corrections()));
    }

    private Mono<Void> insert(UUID list, List<DuePart> parts) {
        return database.sql(
                        "insert into disbursement.due_part (list, person, household, residence, care, month, version, amount,"
                                + " income)"
                                + " select $1, * from unnest($2::uuid[], $3::uuid[], $4::text[], $5::text[], $6::date[], $7::uuid[],"
                                + " $8::bigint[], $9::uuid[])")
                .bind(0, list)
                .bind(1, parts.stream().map(DuePart::person).toArray(UUID[]::new))
                .bind(2, parts.stream().map(DuePart::household).toArray(UUID[]::new))
                .bind(3, parts.stream().map(part -> part.residence().name()).toArray(String[]::new))
                .bind(4, parts.stream().map(DuePart::care).toArray(String[]::new))
                .bind(5, parts.stream().map(part -> part.month().atDay(1)).toArray(LocalDate[]::new))
                .bind(6, parts.stream().map(DuePart::version).toArray(UUID[]::new))
                .bind(7, parts.stream().map(part -> part.amount().fen()).toArray(Long[]::new))
                .bind(8, parts.stream().map(DuePart::income).toArray(UUID[]::new))
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
                Money.ofFen(Columns.number(row, "amount")),
                row.get("income", UUID.class));
    }
}

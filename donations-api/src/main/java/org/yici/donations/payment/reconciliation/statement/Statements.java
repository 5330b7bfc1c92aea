package org.yici.donations.payment.reconciliation.statement;

import static java.util.Objects.requireNonNull;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Component;
import org.yici.donations.payment.reconciliation.statement.match.Coverage;
import org.yici.donations.payment.reconciliation.statement.paper.BankStatement;
import org.yici.ledger.Money;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The bank's statements on file, and those that are only looked at. */
@Component
public final class Statements {

    /** An arbitrary number that no other advisory lock of the platform uses. */
    private static final long LOCK = 5_305_305L;

    private static final String SELECT = """
            select s.number, s.file_name, s.account, s.from_day, s.to_day, s.opening, s.closing, s.brought_by, s.brought_at,
              s.filed_by, s.filed_at, c.lines, c.matched, c.open
            from donations.bank_statement s
            cross join lateral (
              select count(*) as lines, count(*) filter (where l.fate in ('SETTLEMENT', 'GIFT')) as matched,
                count(*) filter (where l.fate = 'OPEN' and d.settled_at is null) as open
              from donations.bank_line l
              left join donations.discrepancy d on d.kind = 'unknown-credit' and d.provider = 'bank'
                and d.subject = l.statement || '/' || l.line
              where l.statement = s.number) c
            """;

    private final DatabaseClient database;

    Statements(DatabaseClient database) {
        this.database = database;
    }

    public Mono<Statement> find(StatementId id) {
        return database.sql(SELECT + "where s.number = $1")
                .bind(0, id.number())
                .map(Statements::statement)
                .one();
    }

    /** Newest first, before a number. */
    public Flux<Statement> before(long number, int limit) {
        return database.sql(SELECT + "where s.number < $1 order by s.number desc limit $2")
                .bind(0, number)
                .bind(1, limit)
                .map(Statements::statement)
                .all();
    }

    /** Whoever matches lines waits here until others are done with it, to the end of the transaction. */
    Mono<Void> oneAtATime() {
        return database.sql("select pg_advisory_xact_lock($1)").bind(0, LOCK).then();
    }

    /** What has this very content: the filed one, else one that is looked at. */
    Mono<Statement> ofContent(byte[] hash) {
        return database.sql(SELECT + "where s.content_hash = $1 order by s.filed_at is null, s.number limit 1")
                .bind(0, hash)
                .map(Statements::statement)
                .one();
    }

    /** The statement that was filed with this one's content. */
    Mono<StatementId> filedAs(StatementId draft) {
        return database.sql("select o.number from donations.bank_statement s join donations.bank_statement o"
                        + " on o.content_hash = s.content_hash and o.filed_at is not null where s.number = $1")
                .bind(0, draft.number())
                .map(Statements::id)
                .one();
    }

    Mono<StatementId> insert(BankStatement paper, String fileName, byte[] hash, String username, Instant at) {
        GenericExecuteSpec insert = database.sql("insert into donations.bank_statement (form, file_name, content_hash,"
                        + " from_day, to_day, brought_by, brought_at, name, account, opening, closing)"
                        + " values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) returning number")
                .bind(0, paper.form().name())
                .bind(1, fileName)
                .bind(2, hash)
                .bind(3, paper.from())
                .bind(4, paper.to())
                .bind(5, username)
                .bind(6, utc(at));
        insert = bind(insert, 7, paper.name(), String.class);
        insert = bind(insert, 8, paper.account(), String.class);
        insert = bind(insert, 9, fen(paper.opening()), Long.class);
        return bind(insert, 10, fen(paper.closing()), Long.class)
                .map(Statements::id)
                .one();
    }

    Mono<Void> file(StatementId id, String username, Instant at) {
        return database.sql("update donations.bank_statement set filed_by = $2, filed_at = $3 where number = $1")
                .bind(0, id.number())
                .bind(1, username)
                .bind(2, utc(at))
                .then();
    }

    /** With its lines, and all that they say of people. */
    Mono<Void> delete(StatementId draft) {
        return database.sql("delete from donations.bank_statement where number = $1")
                .bind(0, draft.number())
                .then();
    }

    /** The days that filed statements tell of. */
    Mono<Coverage> coverage() {
        return database.sql(
                        "select from_day, to_day, opening, closing from donations.bank_statement where filed_at is not null")
                .map(row -> new Coverage.Stretch(
                        day(row, "from_day"), day(row, "to_day"), money(row, "opening"), money(row, "closing")))
                .all()
                .collectList()
                .map(Coverage::new);
    }

    private static Statement statement(Readable row) {
        return new Statement(
                id(row),
                text(row, "file_name"),
                row.get("account", String.class),
                day(row, "from_day"),
                day(row, "to_day"),
                money(row, "opening"),
                money(row, "closing"),
                text(row, "brought_by"),
                requireNonNull(instant(row, "brought_at")),
                row.get("filed_by", String.class),
                instant(row, "filed_at"),
                new Statement.Counts(count(row, "lines"), count(row, "matched"), count(row, "open")));
    }

    private static StatementId id(Readable row) {
        return new StatementId(count(row, "number"));
    }

    private static long count(Readable row, String name) {
        return requireNonNull(row.get(name, Long.class));
    }

    private static String text(Readable row, String name) {
        return requireNonNull(row.get(name, String.class));
    }

    private static LocalDate day(Readable row, String name) {
        return requireNonNull(row.get(name, LocalDate.class));
    }

    private static @Nullable Money money(Readable row, String name) {
        Long fen = row.get(name, Long.class);
        return fen == null ? null : Money.ofFen(fen);
    }

    private static @Nullable Instant instant(Readable row, String name) {
        OffsetDateTime at = row.get(name, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    private static @Nullable Long fen(@Nullable Money money) {
        return money == null ? null : money.fen();
    }

    private static <T> GenericExecuteSpec bind(GenericExecuteSpec sql, int index, @Nullable T value, Class<T> type) {
        return value == null ? sql.bindNull(index, type) : sql.bind(index, value);
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}

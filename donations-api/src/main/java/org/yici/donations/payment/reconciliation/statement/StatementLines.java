package org.yici.donations.payment.reconciliation.statement;

import static java.util.Objects.requireNonNull;

import io.r2dbc.spi.Readable;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.yici.donations.payment.reconciliation.statement.match.LineId;
import org.yici.donations.payment.reconciliation.statement.match.OpenCredit;
import org.yici.donations.payment.reconciliation.statement.paper.BankLine;
import org.yici.ledger.Money;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The lines of the bank's statements. */
@Component
public final class StatementLines {

    private static final String SELECT = """
            select l.statement, l.line, l.row, l.booked_on, l.fen, l.number, l.words, l.returned, l.fate,
              coalesce(l.settlement, l.gift) as sequence, split_part(j.key, '/', 2) as provider,
              case when l.fate is null or l.fate = 'REPEATED' then
                (select o.statement from donations.bank_line o where o.identity = l.identity and o.fate <> 'REPEATED')
              end as first_in,
              d.settled_by, d.note
            from donations.bank_line l
            left join ledger.journals j on j.sequence = l.settlement
            left join donations.discrepancy d on l.fate = 'OPEN' and d.kind = 'unknown-credit' and d.provider = 'bank'
              and d.subject = l.statement || '/' || l.line
            """;

    private static final String INSERT = """
            insert into donations.bank_line (statement, line, row, booked_on, fen, number, words, returned, identity)
            select $1, l.line, l.row, l.booked_on::date, l.fen, l.number, decode(l.words, 'hex'), l.returned,
              decode(l.identity, 'hex')
            from unnest($2, $3, $4, $5, $6, $7, $8, $9) as l (line, row, booked_on, fen, number, words, returned, identity)
            """;

    /** What needs no matching any more keeps no words of people. */
    private static final String FILE = """
            with filed as (
              select l.line, case when exists (select from donations.bank_line o
                                               where o.identity = l.identity and o.fate <> 'REPEATED') then 'REPEATED'
                                  when l.fen < 0 or l.returned then 'NOT_OURS' else 'OPEN' end as fate
              from donations.bank_line l where l.statement = $1)
            update donations.bank_line l set fate = f.fate, words = case when f.fate = 'OPEN' then l.words end
            from filed f where l.statement = $1 and l.line = f.line
            """;

    private final DatabaseClient database;
    private final WordsSeal seal;
    private final LineIdentities identities;

    StatementLines(DatabaseClient database, WordsSeal seal, LineIdentities identities) {
        this.database = database;
        this.seal = seal;
        this.identities = identities;
    }

    /** All of a statement's, in its order. */
    Flux<StatementLine> of(StatementId statement) {
        return database.sql(SELECT + "where l.statement = $1 order by l.line")
                .bind(0, statement.number())
                .map(this::line)
                .all();
    }

    /** The credits of filed statements that nothing accounts for and nobody has explained. */
    Flux<OpenCredit> open() {
        return database.sql(SELECT + "where l.fate = 'OPEN' and d.settled_at is null order by l.statement, l.line")
                .map(this::line)
                .all()
                .map(StatementLine::toCredit);
    }

    /** Those of them that nobody was told of yet. */
    Flux<OpenCredit> untold() {
        return database.sql(SELECT + "where l.fate = 'OPEN' and d.number is null order by l.statement, l.line")
                .map(this::line)
                .all()
                .map(StatementLine::toCredit);
    }

    Mono<Void> insert(StatementId statement, List<BankLine> lines) {
        List<LineId> ids = IntStream.rangeClosed(1, lines.size())
                .mapToObj(line -> new LineId(statement.number(), line))
                .toList();
        return new LineArrays(ids, lines, seal, identities.of(lines))
                .bind(database.sql(INSERT).bind(0, statement.number()))
                .then();
    }

    /** Gives each line of a statement that is being filed what it is at first. */
    Mono<Void> file(StatementId statement) {
        return database.sql(FILE).bind(0, statement.number()).then();
    }

    /** How many lines of a draft were not filed before. */
    Mono<Long> news(StatementId draft) {
        return database.sql("select count(*) as news from donations.bank_line l where l.statement = $1 and not exists"
                        + " (select from donations.bank_line o where o.identity = l.identity and o.fate <> 'REPEATED')")
                .bind(0, draft.number())
                .map(row -> requireNonNull(row.get("news", Long.class)))
                .one();
    }

    /** Writes down which entries of our books lines are; who paid and what for is needed no longer. */
    Mono<Void> matched(Fate fate, Map<LineId, Long> sequences) {
        String column = fate == Fate.SETTLEMENT ? "settlement" : "gift";
        return database.sql("update donations.bank_line l set fate = $1, words = null, " + column + " = m.sequence"
                        + " from unnest($2, $3, $4) as m (statement, line, sequence)"
                        + " where l.statement = m.statement and l.line = m.line and l.fate = 'OPEN'")
                .bind(0, fate.name())
                .bind(1, sequences.keySet().stream().map(LineId::statement).toArray(Long[]::new))
                .bind(2, sequences.keySet().stream().map(LineId::line).toArray(Integer[]::new))
                .bind(3, sequences.values().toArray(Long[]::new))
                .then();
    }

    /** What a person has explained is not matched any more: its words of people go. */
    Mono<Void> forgetExplained() {
        return database.sql("update donations.bank_line l set words = null from donations.discrepancy d"
                        + " where l.fate = 'OPEN' and l.words is not null and d.kind = 'unknown-credit'"
                        + " and d.provider = 'bank' and d.subject = l.statement || '/' || l.line"
                        + " and d.settled_at is not null")
                .then();
    }

    private StatementLine line(Readable row) {
        LineId id = new LineId(
                requireNonNull(row.get("statement", Long.class)), requireNonNull(row.get("line", Integer.class)));
        String fate = row.get("fate", String.class);
        return new StatementLine(
                id,
                paper(id, row),
                fate == null ? null : Fate.valueOf(fate),
                row.get("first_in", Long.class),
                entry(row),
                explained(row));
    }

    private BankLine paper(LineId id, Readable row) {
        return new BankLine(
                requireNonNull(row.get("row", Integer.class)),
                requireNonNull(row.get("booked_on", LocalDate.class)),
                Money.ofFen(requireNonNull(row.get("fen", Long.class))),
                row.get("number", String.class),
                seal.open(row.get("words", byte[].class), id),
                Boolean.TRUE.equals(row.get("returned", Boolean.class)));
    }

    private static StatementLine.@Nullable Entry entry(Readable row) {
        Long sequence = row.get("sequence", Long.class);
        return sequence == null ? null : new StatementLine.Entry(sequence, row.get("provider", String.class));
    }

    private static StatementLine.@Nullable Explained explained(Readable row) {
        String by = row.get("settled_by", String.class);
        return by == null ? null : new StatementLine.Explained(by, row.get("note", String.class));
    }
}

package org.yici.ledger;

import static org.yici.ledger.LedgerRows.number;
import static org.yici.ledger.LedgerRows.text;

import io.r2dbc.spi.Readable;
import java.util.List;
import java.util.Objects;
import org.springframework.r2dbc.core.DatabaseClient;
import org.yici.ledger.trace.AwardTrace;
import org.yici.ledger.trace.FundLines;
import org.yici.ledger.trace.GiftTrace;
import org.yici.ledger.trace.Trace;
import org.yici.proof.CanonicalJson;
import org.yici.proof.Commitment;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The books. Every call runs in the caller's reactive transaction, on the caller's connection, so that a change of state
 * and its journal commit together or not at all.
 */
public final class Ledger {

    private static final String POST = """
            select n, outcome, sequence, at, reason, account
            from ledger.post($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)
            order by n
            """;

    private final DatabaseClient database;

    public Ledger(DatabaseClient database) {
        this.database = database;
    }

    /**
     * Posts journals in the order given and answers each in that order: posted, already there, or refused and why. One
     * refused journal does not hold back the others. Locks the head of the sequence until the transaction ends, so lock
     * domain rows before and keep what follows short.
     */
    public Mono<List<Posting>> post(List<Journal> journals) {
        if (journals.isEmpty()) {
            return Mono.just(List.of());
        }
        return new JournalArrays(journals)
                .bind(database.sql(POST), 0)
                .bind(JournalArrays.COUNT, remarks(journals))
                .map(LedgerRows::posting)
                .all()
                .collectList();
    }

    /** The balance on the account's natural side: what a fund has, what is owed to an award. Zero before its first entry. */
    public Mono<Money> balance(AccountCode account) {
        return database.sql("select side * balance as balance from ledger.accounts where code = $1")
                .bind(0, account.value())
                .map((Readable row) -> Money.ofFen(number(row, "balance")))
                .one()
                .defaultIfEmpty(Money.ZERO);
    }

    /** Where each fen of a gift is now; empty when that journal is no gift. */
    public Mono<GiftTrace> traceOfGift(long sequence) {
        return lines("ledger.lines_of_gift", sequence)
                .flatMap(lines -> Mono.justOrEmpty(new Trace(lines).ofGift(sequence)));
    }

    /**
     * How much of a gift could go back to its donor now: what {@link MoneyMoves#refundDecided} would not be refused for as
     * spent. Zero when that journal is no gift.
     */
    public Mono<Money> refundable(long gift) {
        return database.sql("select ledger.refundable($1) as fen")
                .bind(0, gift)
                .map((Readable row) -> Money.ofFen(number(row, "fen")))
                .one();
    }

    /** Which gifts made up an award; empty when that journal is no award. */
    public Mono<AwardTrace> traceOfAward(long sequence) {
        return lines("ledger.lines_of_award", sequence)
                .flatMap(lines -> Mono.justOrEmpty(new Trace(lines).ofAward(sequence)));
    }

    /** The next journals after a sequence, in sequence, at most {@code limit}: for the relay. */
    public Flux<PublishedJournal> publishedAfter(long sequence, int limit) {
        return database.sql("select * from ledger.journals_after($1, $2)")
                .bind(0, sequence)
                .bind(1, limit)
                .map(LedgerRows::published)
                .all();
    }

    /** What a journal's public commitment stands for: salt and text; empty once they were erased. */
    public Mono<Commitment> privatePart(long sequence) {
        return database.sql("select salt, json from ledger.private_parts where sequence = $1")
                .bind(0, sequence)
                .map((Readable row) ->
                        new Commitment(Objects.requireNonNull(row.get("salt", byte[].class)), text(row, "json")))
                .one();
    }

    /** Erases salt and text, on a person's request (PIPL §47); the journal and its commitment stand. */
    public Mono<Void> forgetPrivatePart(long sequence) {
        return database.sql("select ledger.forget_private_part($1)")
                .bind(0, sequence)
                .then();
    }

    private static String[] remarks(List<Journal> journals) {
        return journals.stream()
                .map(journal -> CanonicalJson.write(journal.remarks()))
                .toArray(String[]::new);
    }

    private Mono<FundLines> lines(String function, long sequence) {
        return database.sql("select * from " + function + "($1)")
                .bind(0, sequence)
                .map(LedgerRows::line)
                .all()
                .collectList()
                .map(LedgerRows::lines);
    }
}

package org.yici.ledger;

import java.util.List;
import org.springframework.r2dbc.core.DatabaseClient;
import org.yici.ledger.trace.AwardTrace;
import org.yici.ledger.trace.GiftTrace;
import org.yici.proof.Commitment;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The books. Every call runs in the caller's reactive transaction, on the caller's connection, so that a change of state
 * and its journal commit together or not at all.
 */
public final class Ledger {

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
        return Mono.error(new UnsupportedOperationException(database.toString() + journals.size()));
    }

    /** The balance on the account's natural side: what a fund has, what is owed to an award. Zero before its first entry. */
    public Mono<Money> balance(AccountCode account) {
        return Mono.error(new UnsupportedOperationException(account.value()));
    }

    /** Where each fen of a gift is now; empty when that journal is no gift. */
    public Mono<GiftTrace> traceOfGift(long sequence) {
        return Mono.error(new UnsupportedOperationException("" + sequence));
    }

    /** Which gifts made up an award; empty when that journal is no award. */
    public Mono<AwardTrace> traceOfAward(long sequence) {
        return Mono.error(new UnsupportedOperationException("" + sequence));
    }

    /** The next journals after a sequence, in sequence, at most {@code limit}: for the relay. */
    public Flux<PublishedJournal> publishedAfter(long sequence, int limit) {
        return Flux.error(new UnsupportedOperationException("" + sequence + limit));
    }

    /** What a journal's public commitment stands for: salt and text; empty once they were erased. */
    public Mono<Commitment> privatePart(long sequence) {
        return Mono.error(new UnsupportedOperationException("" + sequence));
    }

    /** Erases salt and text, on a person's request (PIPL §47); the journal and its commitment stand. */
    public Mono<Void> forgetPrivatePart(long sequence) {
        return Mono.error(new UnsupportedOperationException("" + sequence));
    }
}

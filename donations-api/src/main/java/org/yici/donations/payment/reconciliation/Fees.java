package org.yici.donations.payment.reconciliation;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.List;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.yici.ledger.Journal;
import org.yici.ledger.Ledger;
import org.yici.ledger.Money;
import org.yici.ledger.MoneyMoves;
import org.yici.platform.clock.ProgramClock;
import org.yici.platform.database.Transactions;
import org.yici.platform.outcome.Outcome;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * What providers charge: journals of their own, never hidden in a gift's amount. The admin fund bears them, oldest first, as
 * soon as it can; until then they stand as a cost that is owed.
 */
@Component
class Fees {

    private static final int AT_ONCE = 100;

    private final Ledger ledger;
    private final DatabaseClient database;
    private final Transactions transactions;
    private final ProgramClock clock;

    Fees(Ledger ledger, DatabaseClient database, Transactions transactions, ProgramClock clock) {
        this.ledger = ledger;
        this.database = database;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * Posts a charge inside the caller's transaction.
     *
     * @param key names what was charged; the same again is the same charge
     */
    Mono<Void> charge(String provider, LocalDate day, String key, Money amount) {
        return post(MoneyMoves.feeCharged("fee/" + provider + "/" + key, clock.instant(), provider, amount))
                .flatMap(sequence -> database.sql("insert into donations.provider_fee (sequence, provider, day, fen)"
                                + " values ($1, $2, $3, $4) on conflict do nothing")
                        .bind(0, sequence)
                        .bind(1, provider)
                        .bind(2, day)
                        .bind(3, amount.fen())
                        .then());
    }

    /** Posts that a charge was given back, inside the caller's transaction. */
    Mono<Void> giveBack(String provider, LocalDate day, String key, Money amount) {
        return post(MoneyMoves.feeReturned("fee-returned/" + provider + "/" + key, clock.instant(), provider, amount))
                .flatMap(sequence -> database.sql(
                                "insert into donations.provider_fee_back (sequence, provider, day, fen)"
                                        + " values ($1, $2, $3, $4) on conflict do nothing")
                        .bind(0, sequence)
                        .bind(1, provider)
                        .bind(2, day)
                        .bind(3, amount.fen())
                        .then());
    }

    private record Owed(long sequence, Money amount) {}

    /** Lets the admin fund bear what it can. */
    Mono<Void> cover() {
        return database.sql(
                        "select sequence, fen from donations.provider_fee where covered_by is null order by sequence limit "
                                + AT_ONCE)
                .map(row -> new Owed(
                        requireNonNull(row.get("sequence", Long.class)),
                        Money.ofFen(requireNonNull(row.get("fen", Long.class)))))
                .all()
                .collectList()
                .flatMapMany(Flux::fromIterable)
                .concatMap(this::cover)
                .takeWhile(covered -> covered)
                .then(Mono.defer(this::returnToFund));
    }

    /** What was given back is the admin fund's, once it has borne all that was charged. */
    private Mono<Void> returnToFund() {
        return database.sql(
                        "select sequence, fen from donations.provider_fee_back where returned_by is null and not exists"
                                + " (select from donations.provider_fee where covered_by is null) order by sequence limit "
                                + AT_ONCE)
                .map(row -> new Owed(
                        requireNonNull(row.get("sequence", Long.class)),
                        Money.ofFen(requireNonNull(row.get("fen", Long.class)))))
                .all()
                .collectList()
                .flatMapMany(Flux::fromIterable)
                .concatMap(this::returnToFund)
                .then();
    }

    private Mono<Outcome<Long>> returnToFund(Owed back) {
        Journal journal = MoneyMoves.feeCoverReturned(
                "fee-uncovered/" + back.sequence(), clock.instant(), back.sequence(), back.amount());
        return transactions.inOne(() -> post(journal).flatMap(by -> database.sql(
                        "update donations.provider_fee_back set returned_by = $2 where sequence = $1")
                .bind(0, back.sequence())
                .bind(1, by)
                .then()
                .thenReturn(Outcome.done(by))));
    }

    /** False when the fund cannot bear it: then it bears none after it either, so that the oldest comes first. */
    private Mono<Boolean> cover(Owed fee) {
        Journal journal =
                MoneyMoves.feeCovered("fee-covered/" + fee.sequence(), clock.instant(), fee.sequence(), fee.amount());
        return transactions
                .inOne(() -> ledger.post(List.of(journal))
                        .map(postings -> postings.get(0))
                        .flatMap(posting -> posting.fold(
                                posted -> covered(fee, posted.number()),
                                already -> covered(fee, already.number()),
                                refused -> Mono.just(Outcome.done(false)))))
                .map(outcome -> outcome.fold(covered -> covered, refusal -> false));
    }

    private Mono<Outcome<Boolean>> covered(Owed fee, long by) {
        return database.sql("update donations.provider_fee set covered_by = $2 where sequence = $1")
                .bind(0, fee.sequence())
                .bind(1, by)
                .then()
                .thenReturn(Outcome.done(true));
    }

    private Mono<Long> post(Journal journal) {
        return ledger.post(List.of(journal)).map(postings -> postings.get(0)
                .fold(posted -> posted.number(), already -> already.number(), refused -> {
                    throw new IllegalStateException(
                            journal.key() + ": " + refused.reason().word());
                }));
    }
}

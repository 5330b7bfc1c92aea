package org.yici.donations.payment;

import java.util.List;
import org.springframework.stereotype.Component;
import org.yici.ledger.AccountCode;
import org.yici.ledger.Ledger;
import org.yici.ledger.Money;
import org.yici.ledger.MoneyMoves;
import org.yici.platform.clock.ProgramClock;
import org.yici.platform.database.Transactions;
import org.yici.platform.outcome.Outcome;
import reactor.core.publisher.Mono;

/** Records that a provider paid what it took in for us into the bank account. */
@Component
public final class Settling {

    private final Ledger ledger;
    private final Transactions transactions;
    private final ProgramClock clock;

    Settling(Ledger ledger, Transactions transactions, ProgramClock clock) {
        this.ledger = ledger;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** What the provider of this method has taken in and not settled yet. */
    public Mono<Money> owedBy(String method) {
        return ledger.balance(AccountCode.clearing(method));
    }

    /**
     * Posts one settlement; the same key and amount again is the same settlement. Refused when it is more than the
     * provider owes.
     *
     * @param key names the settlement, such as the provider's own number of it
     * @return the journal's number
     */
    public Mono<Outcome<Long>> settle(String method, Money amount, String key) {
        return transactions.inOne(() -> ledger.post(List.of(
                        MoneyMoves.settlement("settlement/" + method + "/" + key, clock.instant(), method, amount)))
                .map(postings -> postings.get(0))
                .flatMap(posting -> posting.fold(
                        posted -> owedBy(method)
                                .map(left -> left.isNegative()
                                        ? Outcome.<Long>refused(PaymentReason.MORE_THAN_OWED)
                                        : Outcome.done(posted.number())),
                        already -> Mono.just(Outcome.done(already.number())),
                        refused -> Mono.just(Outcome.<Long>refused(
                                PaymentReason.NOT_POSTED, refused.reason().word())))));
    }

    /**
     * Posts that a settlement did not reach the bank and is the provider's again; the same key again is the same. What came
     * back had gone out: if that is not in the books yet, it is posted first.
     *
     * @param key the settlement's
     * @return the journal's number; refused like {@link #settle}
     */
    public Mono<Outcome<Long>> takeBack(String method, Money amount, String key) {
        return settle(method, amount, key)
                .flatMap(outcome -> outcome.fold(
                        settled -> transactions.inOne(() -> ledger.post(List.of(MoneyMoves.settlementReturned(
                                        "settlement-returned/" + method + "/" + key,
                                        clock.instant(),
                                        settled,
                                        method,
                                        amount)))
                                .map(postings -> postings.get(0)
                                        .fold(
                                                posted -> Outcome.done(posted.number()),
                                                already -> Outcome.done(already.number()),
                                                refused -> Outcome.<Long>refused(
                                                        PaymentReason.NOT_POSTED,
                                                        refused.reason().word())))),
                        refusal -> Mono.just(Outcome.<Long>refused(refusal))));
    }
}

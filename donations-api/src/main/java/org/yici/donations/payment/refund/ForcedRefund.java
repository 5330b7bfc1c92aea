package org.yici.donations.payment.refund;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.yici.donations.donation.Donation;
import org.yici.donations.donation.DonationId;
import org.yici.donations.payment.PaymentReason;
import org.yici.ledger.Journal;
import org.yici.ledger.Ledger;
import org.yici.ledger.Money;
import org.yici.ledger.MoneyMoves;
import org.yici.platform.clock.ProgramClock;
import org.yici.platform.database.Transactions;
import org.yici.platform.outcome.Outcome;
import org.yici.platform.outcome.Refusal;
import reactor.core.publisher.Mono;

/**
 * A provider takes a gift back by force (a chargeback). Nobody here decides. What is not spent leaves its fund as a refund does
 * and is gone at once; what is spent is owed to the charity ({@code receivable:chargebacks}), no fund shrinks for it, and the
 * trace of what it was spent on stands. A refund of the gift that still waits here is set off against it ({@link SetOff}).
 */
@Component
public final class ForcedRefund {

    private static final Logger log = LoggerFactory.getLogger(ForcedRefund.class);
    /** An award may spend what was still there a moment before: then the whole is decided anew. */
    private static final int TRIES = 5;

    private final Transactions transactions;
    private final Chargebacks chargebacks;
    private final SetOff setOff;
    private final RefundSteps steps;
    private final TakeBack takeBack;
    private final Ledger ledger;
    private final ProgramClock clock;

    ForcedRefund(
            Transactions transactions,
            Chargebacks chargebacks,
            SetOff setOff,
            RefundSteps steps,
            TakeBack takeBack,
            Ledger ledger,
            ProgramClock clock) {
        this.transactions = transactions;
        this.chargebacks = chargebacks;
        this.setOff = setOff;
        this.steps = steps;
        this.takeBack = takeBack;
        this.ledger = ledger;
        this.clock = clock;
    }

    /**
     * A dispute that was decided against us.
     *
     * @param number the provider's own, which tells disputes apart; at most 100 characters
     */
    public record Dispute(String method, String number, DonationId gift, Money amount) {

        String cause() {
            return "dispute/" + method + "/" + number;
        }
    }

    /**
     * @param unspent what the fund gave back of it; the rest is owed to the charity
     * @param sequence of its last journal
     * @param repeated true when it was told before, and nothing moved this time
     */
    public record Recorded(Money unspent, long sequence, boolean repeated) {}

    /**
     * The same dispute again is recorded once.
     *
     * @return refused {@code not-found}, {@code refund-gift-not-paid}, {@code payment-other-method}, {@code refund-over-gift} or
     *     {@code refund-other-dispute}
     */
    public Mono<Outcome<Recorded>> record(Dispute dispute) {
        return attempt(dispute, TRIES).doOnNext(outcome -> {
            String word = outcome.fold(done -> done.repeated() ? "known" : "recorded", refusal -> refusal.reason()
                    .word());
            log.info("Gift {} is taken back by its provider: {}", dispute.gift(), word);
        });
    }

    private Mono<Outcome<Recorded>> attempt(Dispute dispute, int triesLeft) {
        return transactions
                .inOne(() -> Chain.then(steps.gift(dispute.gift()), gift -> recordOnce(dispute, gift)))
                .flatMap(outcome -> outcome.fold(
                        done -> Mono.just(outcome),
                        refusal -> isSpentMeanwhile(refusal) && triesLeft > 1
                                ? attempt(dispute, triesLeft - 1)
                                : Mono.just(outcome)));
    }

    private static boolean isSpentMeanwhile(Refusal refusal) {
        return refusal.reason() == RefundReason.SPENT;
    }

    private Mono<Outcome<Recorded>> recordOnce(Dispute dispute, Donation gift) {
        if (!gift.method().equals(dispute.method())) {
            return Mono.just(Outcome.refused(PaymentReason.WRONG_METHOD));
        }
        if (dispute.amount().compareTo(gift.amount()) > 0) {
            return Mono.just(Outcome.refused(RefundReason.OVER_GIFT, gift.amount()));
        }
        return chargebacks.earlier(dispute).switchIfEmpty(Mono.defer(() -> steps.refundable(gift)
                .map(left -> left.compareTo(dispute.amount()) < 0 ? left : dispute.amount())
                .flatMap(unspent -> move(dispute, gift, unspent))));
    }

    private Mono<Outcome<Recorded>> move(Dispute dispute, Donation gift, Money unspent) {
        Money spent = dispute.amount().minus(unspent);
        Mono<Outcome<Long>> back = unspent.isPositive()
                ? Chain.then(
                        takeBack.take(gift, unspent, dispute.cause()), taken -> goesAtOnce(dispute, unspent, taken))
                : Mono.just(Outcome.done(0L));
        Mono<Outcome<Long>> all = spent.isPositive() ? Chain.then(back, any -> owed(dispute, gift, spent)) : back;
        return Chain.then(all, last -> chargebacks
                .keep(dispute, unspent, last, clock.instant())
                .then(setOff.againstWaiting(gift))
                .thenReturn(Outcome.done(new Recorded(unspent, last, false))));
    }

    private Mono<Outcome<Long>> goesAtOnce(Dispute dispute, Money unspent, long taken) {
        return post(MoneyMoves.refundConfirmed(
                "refund-paid/" + dispute.cause(), clock.instant(), taken, dispute.method(), unspent));
    }

    private Mono<Outcome<Long>> owed(Dispute dispute, Donation gift, Money spent) {
        return post(MoneyMoves.chargeback(
                "chargeback/" + dispute.cause(),
                clock.instant(),
                requireNonNull(gift.sequence()),
                dispute.method(),
                spent));
    }

    private Mono<Outcome<Long>> post(Journal journal) {
        return ledger.post(List.of(journal)).map(postings -> postings.get(0)
                .fold(
                        posted -> Outcome.done(posted.number()),
                        already -> Outcome.done(already.number()),
                        refused -> Outcome.<Long>refused(
                                PaymentReason.NOT_POSTED, refused.reason().word())));
    }
}

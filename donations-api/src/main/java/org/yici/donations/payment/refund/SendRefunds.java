package org.yici.donations.payment.refund;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.yici.donations.donation.Donation;
import org.yici.donations.donation.Donations;
import org.yici.donations.payment.PaymentMethod;
import org.yici.donations.payment.SendBack;
import org.yici.donations.payment.discrepancy.Discrepancies;
import org.yici.donations.payment.discrepancy.Discrepancy;
import org.yici.donations.payment.order.RefundState;
import org.yici.platform.database.Transactions;
import org.yici.platform.outcome.Outcome;
import org.yici.platform.outcome.Reason;
import org.yici.platform.outcome.Refusal;
import reactor.core.publisher.Mono;

/**
 * Sends approved refunds to their providers and asks what became of them, again and again with the same number until there is an
 * answer. Each try is taken before it is made, in a transaction of its own, so that two instances never make the same; a crash
 * in between costs one pause. All on the wall clock.
 */
@Component
final class SendRefunds {

    private static final Logger log = LoggerFactory.getLogger(SendRefunds.class);
    private static final int AT_ONCE = 100;
    private static final int IN_PARALLEL = 8;
    /** Shorter than the shortest pause: when the next try is due, this one is over. */
    private static final Duration LIMIT = Duration.ofSeconds(12);

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(15);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);
    private static final int MOST_DOUBLINGS = 8;
    private static final String DISPUTED = "disputed";
    private static final Set<Reason> DOUBTS = Set.of(RefundReason.OTHER_AMOUNT, RefundReason.PAID_TWICE);

    private final Refunds refunds;
    private final RefundWriting writing;
    private final RefundSteps steps;
    private final Donations donations;
    private final ReturnWays ways;
    private final HearRefund hearing;
    private final Chargebacks chargebacks;
    private final WithoutProvider without;
    private final Discrepancies discrepancies;
    private final Transactions transactions;
    private final Clock wallClock;

    SendRefunds(
            Refunds refunds,
            RefundWriting writing,
            RefundSteps steps,
            Donations donations,
            ReturnWays ways,
            HearRefund hearing,
            Chargebacks chargebacks,
            WithoutProvider without,
            Discrepancies discrepancies,
            Transactions transactions,
            Clock wallClock) {
        this.refunds = refunds;
        this.writing = writing;
        this.steps = steps;
        this.donations = donations;
        this.ways = ways;
        this.hearing = hearing;
        this.chargebacks = chargebacks;
        this.without = without;
        this.discrepancies = discrepancies;
        this.transactions = transactions;
        this.wallClock = wallClock;
    }

    /** One round: everything that is due, each tried once. */
    Mono<Void> round() {
        return refunds.due(wallClock.instant(), AT_ONCE)
                .flatMap(this::take, IN_PARALLEL)
                .then();
    }

    private Mono<Void> take(Refund refund) {
        return donations
                .find(refund.gift())
                .flatMap(gift -> ways.of(gift)
                        .map(method -> claim(refund).filter(mine -> mine).flatMap(mine -> send(refund, gift, method)))
                        .orElseGet(() -> refund.status() == RefundStatus.APPROVED
                                ? without.leaveToHand(refund)
                                : claim(refund).filter(mine -> mine).flatMap(mine -> without.wait(refund))))
                .onErrorResume(error -> {
                    log.warn("Refund {} gets no answer: {}", refund.id(), error.toString());
                    return Mono.empty();
                });
    }

    /** True when the try is the caller's. From then on the provider may have it, so it counts as sent. */
    private Mono<Boolean> claim(Refund seen) {
        Refund.Sending sending = requireNonNull(seen.sending(), "sending");
        RefundStatus to = seen.status().after(RefundAct.SEND).orElseThrow();
        return transactions
                .inOne(() -> writing.claim(
                                seen.id(),
                                to,
                                sending,
                                seen.taken(),
                                wallClock.instant().plus(pause(sending.tries())))
                        .flatMap(mine -> mine && sending.tries() == 0
                                ? steps.tell(seen.id(), steps.line(RefundAct.SEND))
                                        .thenReturn(Outcome.done(true))
                                : Mono.just(Outcome.done(mine))))
                .map(outcome -> outcome.fold(mine -> mine, refusal -> false));
    }

    /** 15 seconds, doubling, at most an hour. */
    private static Duration pause(int tries) {
        Duration doubled = FIRST_PAUSE.multipliedBy(1L << Math.min(tries, MOST_DOUBLINGS));
        return doubled.compareTo(LONGEST_PAUSE) < 0 ? doubled : LONGEST_PAUSE;
    }

    private Mono<Void> send(Refund refund, Donation gift, PaymentMethod method) {
        SendBack back = refund.toSend(gift);
        Mono<RefundState> state = refund.status() == RefundStatus.APPROVED
                ? unlessDisputed(gift, method, back)
                : method.whatBecameOf(back).flatMap(said -> orSend(said, gift, method, back));
        return state.timeout(LIMIT)
                .flatMap(said -> hearing.hear(back.number(), said))
                .doOnNext(outcome -> note(refund, outcome))
                .flatMap(outcome -> outcome.fold(now -> Mono.<Void>empty(), refusal -> doubt(refund, gift, refusal)));
    }

    /** The provider is asked again; a person looks why it says something else. */
    private Mono<Void> doubt(Refund refund, Donation gift, Refusal refusal) {
        return DOUBTS.contains(refusal.reason())
                ? discrepancies.open(
                        Discrepancy.Kind.OTHER_REFUND,
                        gift.method(),
                        requireNonNull(refund.sending(), "sending").number().value(),
                        gift.id(),
                        refund.due().fen())
                : Mono.empty();
    }

    private Mono<RefundState> orSend(RefundState said, Donation gift, PaymentMethod method, SendBack back) {
        return said.fold(
                done -> Mono.just(said),
                () -> Mono.just(said),
                () -> unlessDisputed(gift, method, back),
                failed -> Mono.just(said));
    }

    /** What the provider does not know yet, and the donor's bank has taken by now, is not sent after it. */
    private Mono<RefundState> unlessDisputed(Donation gift, PaymentMethod method, SendBack back) {
        return chargebacks
                .owed(gift.id())
                .flatMap(owed ->
                        owed.isPositive() ? Mono.just(new RefundState.Failed(DISPUTED)) : method.sendBack(back));
    }

    static void note(Refund refund, Outcome<Refund> outcome) {
        String what = outcome.fold(
                now -> "is " + now.status(),
                refusal -> "stays " + refund.status() + ", its provider is not believed: "
                        + refusal.reason().word());
        log.info("Refund {} {}", refund.id(), what);
    }
}

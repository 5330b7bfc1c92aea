package org.yici.donations.payment.refund;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.yici.donations.donation.Donation;
import org.yici.donations.donation.Donations;
import org.yici.donations.payment.PaymentMethod;
import org.yici.donations.payment.SendBack;
import org.yici.donations.payment.order.RefundState;
import org.yici.platform.database.Transactions;
import org.yici.platform.outcome.Outcome;
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

    private final Refunds refunds;
    private final RefundWriting writing;
    private final RefundSteps steps;
    private final Donations donations;
    private final ReturnWays ways;
    private final HearRefund hearing;
    private final Transactions transactions;
    private final Clock wallClock;

    SendRefunds(
            Refunds refunds,
            RefundWriting writing,
            RefundSteps steps,
            Donations donations,
            ReturnWays ways,
            HearRefund hearing,
            Transactions transactions,
            Clock wallClock) {
        this.refunds = refunds;
        this.writing = writing;
        this.steps = steps;
        this.donations = donations;
        this.ways = ways;
        this.hearing = hearing;
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
                        .orElseGet(() -> withoutProvider(refund)))
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
                                seen.id(), to, sending, wallClock.instant().plus(pause(sending.tries())))
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
                ? method.sendBack(back)
                : method.whatBecameOf(back).flatMap(said -> orSend(said, method, back));
        return state.timeout(LIMIT)
                .flatMap(said -> hearing.hear(back.number(), said))
                .doOnNext(outcome -> note(refund, outcome))
                .then();
    }

    private static Mono<RefundState> orSend(RefundState said, PaymentMethod method, SendBack back) {
        return said.fold(
                done -> Mono.just(said), () -> Mono.just(said), () -> method.sendBack(back), failed -> Mono.just(said));
    }

    private static void note(Refund refund, Outcome<Refund> outcome) {
        String what = outcome.fold(
                now -> "is " + now.status(),
                refusal -> "stays " + refund.status() + ", its provider is not believed: "
                        + refusal.reason().word());
        log.info("Refund {} {}", refund.id(), what);
    }

    /** No provider of ours brought this gift (cash), or it is switched off and may come back with the next start. */
    private Mono<Void> withoutProvider(Refund seen) {
        return seen.status() == RefundStatus.APPROVED
                ? leaveToHand(seen)
                : claim(seen)
                        .doOnNext(mine -> log.warn("Refund {}: its provider is not there to be asked", seen.id()))
                        .then();
    }

    private Mono<Void> leaveToHand(Refund seen) {
        return transactions
                .inOne(() -> Chain.then(steps.open(seen.id()), open -> open.refund()
                        .status()
                        .after(RefundAct.LEAVE_TO_HAND)
                        .map(to -> writing.rest(seen.id(), to)
                                .then(steps.tell(seen.id(), steps.line(RefundAct.LEAVE_TO_HAND))))
                        .orElseGet(() -> Mono.just(Outcome.refused(
                                RefundReason.STEP_NOT_OPEN, open.refund().status())))))
                .then();
    }
}

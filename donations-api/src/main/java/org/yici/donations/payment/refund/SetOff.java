package org.yici.donations.payment.refund;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.springframework.stereotype.Component;
import org.yici.donations.donation.Donation;
import org.yici.donations.payment.PaymentReason;
import org.yici.ledger.Journal;
import org.yici.ledger.Ledger;
import org.yici.ledger.Money;
import org.yici.ledger.MoneyMoves;
import org.yici.platform.clock.ProgramClock;
import org.yici.platform.outcome.Outcome;
import reactor.core.publisher.Mono;

/**
 * A refund is owed to a donor, and the donor's bank has taken the same gift back: the donor has that money. So neither does the
 * charity owe it a second time, nor is it owed it: the one is set off against the other, inside the caller's transaction, on a
 * gift that the caller has locked. A refund that its provider may have is let be until the provider says that it failed.
 */
@Component
class SetOff {

    private final Refunds refunds;
    private final RefundWriting writing;
    private final RefundSteps steps;
    private final Chargebacks chargebacks;
    private final Ledger ledger;
    private final ProgramClock clock;

    SetOff(
            Refunds refunds,
            RefundWriting writing,
            RefundSteps steps,
            Chargebacks chargebacks,
            Ledger ledger,
            ProgramClock clock) {
        this.refunds = refunds;
        this.writing = writing;
        this.steps = steps;
        this.chargebacks = chargebacks;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** The same for the gift's refund that is not finished, if there is one. */
    Mono<Void> againstWaiting(Donation gift) {
        return refunds.unfinishedOf(gift.id())
                .flatMap(refund -> against(gift, refund))
                .map(outcome -> outcome.fold(refund -> refund, refusal -> {
                    throw new IllegalStateException("a dispute of " + gift.id() + " cannot be set off: "
                            + refusal.reason().word());
                }))
                .then();
    }

    /** Answers the refund as it stands then: over, when nothing of it is left; refused when the books cannot take it now. */
    Mono<Outcome<Refund>> against(Donation gift, Refund refund) {
        return refund.status().after(RefundAct.DISPUTE).isEmpty()
                ? Mono.just(Outcome.done(refund))
                : chargebacks.owed(gift.id()).flatMap(owed -> {
                    Money part = owed.compareTo(refund.due()) < 0 ? owed : refund.due();
                    return part.isPositive() ? set(refund, part) : Mono.just(Outcome.done(refund));
                });
    }

    private Mono<Outcome<Refund>> set(Refund refund, Money part) {
        RefundStatus to = part.equals(refund.due())
                ? refund.status().after(RefundAct.DISPUTE).orElseThrow()
                : refund.status();
        Mono<Outcome<Long>> posted = ledger.post(List.of(journal(refund, part))).map(postings -> postings.get(0)
                .fold(
                        done -> Outcome.done(done.number()),
                        already -> Outcome.done(already.number()),
                        refused -> Outcome.refused(
                                PaymentReason.NOT_POSTED, refused.reason().word())));
        return Chain.then(posted, sequence -> writing.take(refund.id(), to, part)
                .then(steps.tell(refund.id(), steps.line(RefundAct.DISPUTE).about(part))));
    }

    private Journal journal(Refund refund, Money part) {
        return MoneyMoves.refundSetOff(
                "refund-set-off/" + refund.id() + "/" + refund.taken().fen(),
                clock.instant(),
                requireNonNull(refund.sequence(), "sequence"),
                part);
    }
}

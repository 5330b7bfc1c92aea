package org.yici.donations.payment.refund;

import org.springframework.stereotype.Component;
import org.yici.donations.donation.Donation;
import org.yici.donations.donation.DonationId;
import org.yici.ledger.Money;
import org.yici.platform.clock.ProgramClock;
import org.yici.platform.database.Transactions;
import org.yici.platform.outcome.Outcome;
import org.yici.platform.staff.StaffMember;
import reactor.core.publisher.Mono;

/**
 * One of the staff says how much of a gift should go back and why: for what the donor asked, in place of an earlier proposal, or
 * without being asked. Nothing moves before somebody else approves.
 */
@Component
public final class ProposeRefund {

    private final Transactions transactions;
    private final RefundSteps steps;
    private final Refunds refunds;
    private final RefundWriting writing;
    private final ReturnWays ways;
    private final ProgramClock clock;

    ProposeRefund(
            Transactions transactions,
            RefundSteps steps,
            Refunds refunds,
            RefundWriting writing,
            ReturnWays ways,
            ProgramClock clock) {
        this.transactions = transactions;
        this.steps = steps;
        this.refunds = refunds;
        this.writing = writing;
        this.ways = ways;
        this.clock = clock;
    }

    /**
     * @param reason what the donor reads at the provider, at most {@link RefundWords#REASON_CHARACTERS}
     * @return refused {@code not-found}, {@code refund-gift-not-paid}, {@code role}, {@code step-not-open} or
     *     {@code refund-spent}
     */
    public Mono<Outcome<Refund>> propose(StaffMember actor, DonationId id, Money amount, String reason) {
        return transactions.inOne(() -> Chain.then(steps.gift(id), gift -> unfinished(gift)
                .flatMap(refund -> steps.caseOf(gift, refund))
                .flatMap(open -> propose(actor, open, new Refund.Proposal(amount, reason, actor.username())))));
    }

    private Mono<Refund> unfinished(Donation gift) {
        return refunds.unfinishedOf(gift.id())
                .switchIfEmpty(Mono.defer(
                        () -> writing.begin(gift.id(), null, clock.instant()).flatMap(refunds::lock)));
    }

    private Mono<Outcome<Refund>> propose(StaffMember actor, RefundCase open, Refund.Proposal proposal) {
        Refund refund = open.refund();
        RefundAttempt attempt =
                new RefundAttempt(open, RefundAct.PROPOSE, actor, proposal.amount(), ways.isThereFor(open.gift()));
        return Chain.then(attempt.decide(), to -> writing.propose(refund.id(), to, proposal)
                .then(steps.tell(
                        actor,
                        refund,
                        steps.line(RefundAct.PROPOSE).about(proposal.amount()).saying(proposal.reason()))));
    }
}

package org.yici.donations.payment.refund;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yici.ledger.Money;
import org.yici.platform.database.Transactions;
import org.yici.platform.outcome.Outcome;
import org.yici.platform.staff.StaffMember;
import reactor.core.publisher.Mono;

/**
 * A second person decides. Approved, the money leaves its fund in the same transaction, so that nobody can be granted it; the
 * provider is asked afterwards ({@link SendRefunds}), outside of any.
 */
@Component
public final class DecideRefund {

    private final Transactions transactions;
    private final RefundSteps steps;
    private final RefundWriting writing;
    private final TakeBack takeBack;
    private final ReturnWays ways;

    DecideRefund(
            Transactions transactions, RefundSteps steps, RefundWriting writing, TakeBack takeBack, ReturnWays ways) {
        this.transactions = transactions;
        this.steps = steps;
        this.writing = writing;
        this.takeBack = takeBack;
        this.ways = ways;
    }

    /**
     * @param seen the amount that the approver read; null for whatever is proposed
     * @return refused {@code not-found}, {@code role}, {@code same-person}, {@code step-not-open}, {@code refund-changed} or
     *     {@code refund-spent}
     */
    public Mono<Outcome<Refund>> approve(StaffMember actor, RefundId id, @Nullable Money seen, @Nullable String note) {
        return transactions.inOne(() -> Chain.then(steps.open(id), open -> {
            Refund.Proposal proposal = open.refund().proposal();
            Money amount = proposal == null ? Money.ZERO : proposal.amount();
            return seen == null || seen.equals(amount)
                    ? approve(attempt(actor, open, RefundAct.APPROVE, amount), note)
                    : Mono.just(Outcome.refused(RefundReason.CHANGED, amount));
        }));
    }

    private Mono<Outcome<Refund>> approve(RefundAttempt attempt, @Nullable String note) {
        RefundCase open = attempt.refundCase();
        Refund refund = open.refund();
        return Chain.then(
                attempt.decide(),
                to -> Chain.then(
                        takeBack.take(open.gift(), attempt.amount(), refund.id().toString()),
                        sequence -> writing.approve(
                                        refund.id(), to, attempt.actor().username(), sequence)
                                .then(told(attempt, note))));
    }

    /** @return refused {@code not-found}, {@code role}, {@code same-person} or {@code step-not-open} */
    public Mono<Outcome<Refund>> decline(StaffMember actor, RefundId id, String note) {
        return transactions.inOne(() -> Chain.then(steps.open(id), open -> {
            RefundAttempt attempt = attempt(actor, open, RefundAct.DECLINE, Money.ZERO);
            return Chain.then(attempt.decide(), to -> writing.decline(id, to, actor.username())
                    .then(told(attempt, note)));
        }));
    }

    private RefundAttempt attempt(StaffMember actor, RefundCase open, RefundAct act, Money amount) {
        return new RefundAttempt(open, act, actor, amount, ways.isThereFor(open.gift()));
    }

    private Mono<Outcome<Refund>> told(RefundAttempt attempt, @Nullable String note) {
        Money amount = attempt.amount().isZero() ? null : attempt.amount();
        return steps.tell(
                attempt.actor(),
                attempt.refundCase().refund(),
                steps.line(attempt.act()).about(amount).saying(note));
    }
}

package org.yici.donations.payment.refund;

import java.util.Locale;
import org.springframework.stereotype.Component;
import org.yici.ledger.Money;
import org.yici.platform.database.Transactions;
import org.yici.platform.outcome.Outcome;
import org.yici.platform.staff.StaffMember;
import reactor.core.publisher.Mono;

/** What a cashier does with a refund that no provider has made: send it once more, or pay it. */
@Component
public final class FinishByHand {

    private static final String CASH = "cash";

    private final Transactions transactions;
    private final RefundSteps steps;
    private final RefundWriting writing;
    private final GiveBack giveBack;
    private final ReturnWays ways;

    FinishByHand(
            Transactions transactions, RefundSteps steps, RefundWriting writing, GiveBack giveBack, ReturnWays ways) {
        this.transactions = transactions;
        this.steps = steps;
        this.writing = writing;
        this.giveBack = giveBack;
        this.ways = ways;
    }

    /** Where the money was taken from. */
    public enum Source {
        /** The cash box at the counter. */
        CASH,
        /** Where the gift had come in: in the provider's own back office, or by a bank transfer. */
        SAME_WAY;

        /** The word on pages. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** @return refused {@code not-found}, {@code role}, {@code same-person}, {@code step-not-open}, {@code refund-no-provider} */
    public Mono<Outcome<Refund>> sendAgain(StaffMember actor, RefundId id) {
        return transactions.inOne(() -> Chain.then(steps.open(id), open -> {
            RefundAttempt attempt = attempt(actor, open, RefundAct.SEND_AGAIN);
            return Chain.then(attempt.decide(), to -> writing.sendAgain(id, to)
                    .then(steps.tell(actor, open.refund(), steps.line(RefundAct.SEND_AGAIN))));
        }));
    }

    /**
     * @param reference of the donor's slip, or of the provider's back office
     * @return refused {@code not-found}, {@code role}, {@code same-person} or {@code step-not-open}
     */
    public Mono<Outcome<Refund>> pay(StaffMember actor, RefundId id, Source source, String reference) {
        return transactions.inOne(() -> Chain.then(steps.open(id), open -> {
            String method = source == Source.CASH ? CASH : open.gift().method();
            RefundAttempt attempt = attempt(actor, open, RefundAct.PAY_BY_HAND);
            return Chain.then(
                    attempt.decide(),
                    to -> Chain.then(
                            giveBack.finish(open.refund(), to, method, actor.username()),
                            sequence -> steps.tell(actor, open.refund(), paid(open.refund(), source, reference))));
        }));
    }

    private RefundStory.Line paid(Refund refund, Source source, String reference) {
        return steps.line(RefundAct.PAY_BY_HAND)
                .about(refund.due())
                .saying(reference)
                .coded(source.word());
    }

    private RefundAttempt attempt(StaffMember actor, RefundCase open, RefundAct act) {
        return new RefundAttempt(open, act, actor, Money.ZERO, ways.isThereFor(open.gift()));
    }
}

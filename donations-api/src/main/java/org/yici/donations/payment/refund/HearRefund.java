package org.yici.donations.payment.refund;

import static java.util.Objects.requireNonNull;

import org.springframework.stereotype.Component;
import org.yici.donations.payment.order.OrderNumber;
import org.yici.donations.payment.order.RefundState;
import org.yici.ledger.Money;
import org.yici.platform.database.Transactions;
import org.yici.platform.outcome.Outcome;
import reactor.core.publisher.Mono;

/** What a provider says of a refund, asked or unasked, once or often: the journal is posted once. */
@Component
public final class HearRefund {

    private final Transactions transactions;
    private final Refunds refunds;
    private final RefundSteps steps;
    private final RefundWriting writing;
    private final GiveBack giveBack;
    private final SetOff setOff;

    HearRefund(
            Transactions transactions,
            Refunds refunds,
            RefundSteps steps,
            RefundWriting writing,
            GiveBack giveBack,
            SetOff setOff) {
        this.transactions = transactions;
        this.refunds = refunds;
        this.steps = steps;
        this.writing = writing;
        this.giveBack = giveBack;
        this.setOff = setOff;
    }

    /**
     * @param said not believed when it is about another amount than was sent
     * @return refused {@code not-found} for a number of which we know nothing, {@code refund-other-amount},
     *     {@code refund-paid-twice}, {@code step-not-open}; {@code payment-not-posted} may be told again later
     */
    public Mono<Outcome<Refund>> hear(OrderNumber number, RefundState said) {
        return transactions.inOne(() -> Chain.then(
                open(number),
                open -> said.fold(
                        done -> done(open, number, done),
                        () -> unchanged(open),
                        () -> unchanged(open),
                        failed -> failed(open, number, failed))));
    }

    /** Something happened to the refund of this number: its provider is asked at once. No news for a number that is not ours. */
    public Mono<Void> askSoon(String number) {
        return writing.dueNow(number);
    }

    /** Whether a bill's refund is one that we have sent, for this amount. One that is not done yet is asked about at once. */
    public Mono<Boolean> billed(OrderNumber number, Money amount) {
        return refunds.sentAs(number)
                .flatMap(refunds::find)
                .map(refund -> refund.due().equals(amount))
                .defaultIfEmpty(false)
                .delayUntil(ours -> ours ? writing.dueNow(number.value()) : Mono.empty());
    }

    /**
     * A bill says that a refund which was done came back from the donor's bank: it is owed to the donor again, and a person
     * decides how it goes on. Told once for each time that it was done.
     *
     * @return refused {@code not-found}, {@code refund-other-amount} or {@code step-not-open}
     */
    public Mono<Outcome<Refund>> cameBack(OrderNumber number, Money amount) {
        return transactions.inOne(() -> Chain.then(open(number), open -> {
            Refund refund = open.refund();
            return refund.due().equals(amount)
                    ? Chain.then(after(refund, RefundAct.COME_BACK), to -> owedAgain(open, to))
                    : Mono.just(Outcome.refused(RefundReason.OTHER_AMOUNT, amount, refund.due()));
        }));
    }

    private Mono<Outcome<Refund>> owedAgain(RefundCase open, RefundStatus to) {
        Refund refund = open.refund();
        return refund.paidBy() != null
                ? Mono.just(Outcome.refused(RefundReason.STEP_NOT_OPEN, refund.status()))
                : Chain.then(giveBack.undo(refund, open.gift().method()), undone -> writing.comeBack(refund.id(), to)
                        .then(steps.tell(
                                refund.id(), steps.line(RefundAct.COME_BACK).about(refund.due()))));
    }

    private Mono<Outcome<RefundCase>> open(OrderNumber number) {
        return refunds.sentAs(number).flatMap(steps::open).defaultIfEmpty(Outcome.refused(RefundReason.UNKNOWN));
    }

    private Mono<Outcome<Refund>> done(RefundCase open, OrderNumber number, RefundState.Done done) {
        Refund refund = open.refund();
        Money amount = refund.due();
        if (done.fen() != amount.fen()) {
            return Mono.just(Outcome.refused(RefundReason.OTHER_AMOUNT, Money.ofFen(done.fen()), amount));
        }
        if (!isPresent(refund, number) || refund.paidBy() != null || refund.status() == RefundStatus.DISPUTED) {
            return Mono.just(Outcome.refused(RefundReason.PAID_TWICE));
        }
        return refund.status() == RefundStatus.DONE ? unchanged(open) : confirm(open, number, done.known());
    }

    private Mono<Outcome<Refund>> confirm(RefundCase open, OrderNumber number, String known) {
        Refund refund = open.refund();
        return Chain.then(
                after(refund, RefundAct.CONFIRM),
                to -> Chain.then(giveBack.finish(refund, to, open.gift().method(), null), sequence -> writing.keepName(
                                number, known)
                        .then(steps.tell(
                                refund.id(),
                                steps.line(RefundAct.CONFIRM)
                                        .about(refund.due())
                                        .coded(known)))));
    }

    /** That a number failed which is not the present one, or that it failed again, is no news. */
    private Mono<Outcome<Refund>> failed(RefundCase open, OrderNumber number, RefundState.Failed failed) {
        Refund refund = open.refund();
        if (!isPresent(refund, number) || refund.status() == RefundStatus.FAILED) {
            return unchanged(open);
        }
        return Chain.then(
                after(refund, RefundAct.FAIL),
                to -> Chain.then(
                        writing.rest(refund.id(), to)
                                .then(steps.tell(
                                        refund.id(), steps.line(RefundAct.FAIL).coded(failed.code()))),
                        rests -> setOff.against(open.gift(), rests)));
    }

    private static Outcome<RefundStatus> after(Refund refund, RefundAct act) {
        return refund.status()
                .after(act)
                .map(Outcome::done)
                .orElseGet(() -> Outcome.refused(RefundReason.STEP_NOT_OPEN, refund.status()));
    }

    private static boolean isPresent(Refund refund, OrderNumber number) {
        return requireNonNull(refund.sending(), "sending").number().equals(number);
    }

    private static Mono<Outcome<Refund>> unchanged(RefundCase open) {
        return Mono.just(Outcome.done(open.refund()));
    }
}

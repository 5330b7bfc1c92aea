package org.yici.donations.payment.refund;

import static java.util.Objects.requireNonNull;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.yici.donations.payment.order.RefundState;
import org.yici.platform.database.Transactions;
import org.yici.platform.outcome.Outcome;
import reactor.core.publisher.Mono;

/** Refunds of gifts that no provider of ours brought (cash), or one that is switched off. */
@Component
class WithoutProvider {

    private static final Logger log = LoggerFactory.getLogger(WithoutProvider.class);
    /** Half a day, as the pauses grow. */
    private static final int MOST_TRIES = 20;

    private static final String SWITCHED_OFF = "provider-switched-off";

    private final RefundSteps steps;
    private final RefundWriting writing;
    private final SetOff setOff;
    private final HearRefund hearing;
    private final Transactions transactions;

    WithoutProvider(
            RefundSteps steps, RefundWriting writing, SetOff setOff, HearRefund hearing, Transactions transactions) {
        this.steps = steps;
        this.writing = writing;
        this.setOff = setOff;
        this.hearing = hearing;
        this.transactions = transactions;
    }

    /** Nobody can send it, so somebody pays it. */
    Mono<Void> leaveToHand(Refund seen) {
        return transactions
                .inOne(() -> Chain.then(steps.open(seen.id()), open -> open.refund()
                        .status()
                        .after(RefundAct.LEAVE_TO_HAND)
                        .map(to -> Chain.then(
                                writing.rest(seen.id(), to)
                                        .then(steps.tell(seen.id(), steps.line(RefundAct.LEAVE_TO_HAND))),
                                rests -> setOff.against(open.gift(), rests)))
                        .orElseGet(() -> Mono.just(Outcome.refused(
                                RefundReason.STEP_NOT_OPEN, open.refund().status())))))
                .then();
    }

    /**
     * It was sent, and its provider may be back with the next start. When it is not for half a day, a person has to look in the
     * provider's own back office what became of the refund.
     */
    Mono<Void> wait(Refund seen) {
        Refund.Sending sending = requireNonNull(seen.sending(), "sending");
        log.warn("Refund {}: its provider is not there to be asked", seen.id());
        return sending.tries() < MOST_TRIES
                ? Mono.empty()
                : hearing.hear(sending.number(), new RefundState.Failed(SWITCHED_OFF))
                        .doOnNext(outcome -> SendRefunds.note(seen, outcome))
                        .then();
    }
}

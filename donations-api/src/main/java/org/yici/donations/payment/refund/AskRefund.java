package org.yici.donations.payment.refund;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yici.donations.donation.Donation;
import org.yici.donations.donation.DonationId;
import org.yici.ledger.Money;
import org.yici.platform.clock.ProgramClock;
import org.yici.platform.database.Transactions;
import org.yici.platform.outcome.Outcome;
import reactor.core.publisher.Mono;

/** A donor asks for money back. Nothing moves: staff decide. */
@Component
public final class AskRefund {

    private final Transactions transactions;
    private final RefundSteps steps;
    private final Refunds refunds;
    private final RefundWriting writing;
    private final ProgramClock clock;

    AskRefund(
            Transactions transactions, RefundSteps steps, Refunds refunds, RefundWriting writing, ProgramClock clock) {
        this.transactions = transactions;
        this.steps = steps;
        this.refunds = refunds;
        this.writing = writing;
        this.clock = clock;
    }

    /**
     * Whoever calls has seen the gift's receipt token.
     *
     * @param wished null for all that is not spent
     * @param why in the donor's words
     * @return refused {@code not-found}, {@code refund-gift-not-paid}, {@code refund-unfinished} or {@code refund-spent}
     */
    public Mono<Outcome<Refund>> ask(DonationId id, @Nullable Money wished, String why) {
        return transactions.inOne(() -> Chain.then(steps.gift(id), gift -> refunds.unfinishedOf(id)
                .hasElement()
                .flatMap(another -> another
                        ? Mono.just(Outcome.<Refund>refused(RefundReason.UNFINISHED))
                        : ask(gift, wished, why))));
    }

    private Mono<Outcome<Refund>> ask(Donation gift, @Nullable Money wished, String why) {
        return steps.refundable(gift).flatMap(left -> {
            boolean there = left.isPositive()
                    && Objects.requireNonNullElse(wished, left).compareTo(left) <= 0;
            return there ? begin(gift, wished, why) : Mono.just(Outcome.refused(RefundReason.SPENT, left));
        });
    }

    private Mono<Outcome<Refund>> begin(Donation gift, @Nullable Money wished, String why) {
        return writing.begin(gift.id(), wished, clock.instant())
                .flatMap(id ->
                        steps.tell(id, steps.line(RefundAct.ASK).about(wished).saying(why)));
    }
}

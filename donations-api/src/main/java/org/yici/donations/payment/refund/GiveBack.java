package org.yici.donations.payment.refund;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yici.donations.payment.PaymentReason;
import org.yici.ledger.Ledger;
import org.yici.ledger.MoneyMoves;
import org.yici.platform.clock.ProgramClock;
import org.yici.platform.outcome.Outcome;
import reactor.core.publisher.Mono;

/** Finishes a refund once the donor has the money: its journal and its status, inside the caller's transaction. */
@Component
final class GiveBack {

    private final Ledger ledger;
    private final RefundWriting writing;
    private final ProgramClock clock;

    GiveBack(Ledger ledger, RefundWriting writing, ProgramClock clock) {
        this.ledger = ledger;
        this.writing = writing;
        this.clock = clock;
    }

    /**
     * One refund has one such journal, whoever paid it.
     *
     * @param method whose clearing account has that much less: the provider's, or {@code cash} for the cash box
     * @param by who paid it by hand; null for the provider
     * @return the number of the journal
     */
    Mono<Outcome<Long>> finish(Refund refund, RefundStatus to, String method, @Nullable String by) {
        long taken = requireNonNull(refund.sequence(), "sequence");
        return ledger.post(List.of(MoneyMoves.refundConfirmed(
                        "refund-paid/" + refund.id(),
                        clock.instant(),
                        taken,
                        method,
                        refund.proposed().amount())))
                .flatMap(postings -> postings.get(0)
                        .fold(
                                posted -> written(refund, to, posted.number(), by),
                                already -> written(refund, to, already.number(), by),
                                refused -> Mono.just(Outcome.<Long>refused(
                                        PaymentReason.NOT_POSTED,
                                        refused.reason().word()))));
    }

    private Mono<Outcome<Long>> written(Refund refund, RefundStatus to, long sequence, @Nullable String by) {
        return writing.finish(refund.id(), to, sequence, by).thenReturn(Outcome.done(sequence));
    }
}

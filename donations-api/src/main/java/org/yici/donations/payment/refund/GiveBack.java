package org.yici.donations.payment.refund;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.yici.donations.payment.PaymentReason;
import org.yici.ledger.Ledger;
import org.yici.ledger.MoneyMoves;
import org.yici.platform.clock.ProgramClock;
import org.yici.platform.outcome.Outcome;
import reactor.core.publisher.Mono;

/** Finishes a refund once the donor has the money, and undoes that when it comes back; inside the caller's transaction. */
@Component
final class GiveBack {

    private final Ledger ledger;
    private final DatabaseClient database;
    private final RefundWriting writing;
    private final ProgramClock clock;

    GiveBack(Ledger ledger, DatabaseClient database, RefundWriting writing, ProgramClock clock) {
        this.ledger = ledger;
        this.database = database;
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
        return ledger.post(
                        List.of(MoneyMoves.refundConfirmed(key(refund), clock.instant(), taken, method, refund.due())))
                .flatMap(postings -> postings.get(0)
                        .fold(
                                posted -> written(refund, to, posted.number(), by),
                                already -> written(refund, to, already.number(), by),
                                refused -> Mono.just(Outcome.<Long>refused(
                                        PaymentReason.NOT_POSTED,
                                        refused.reason().word()))));
    }

    /** Once each time that the donor gets it: what came back may be paid once more. */
    private static String key(Refund refund) {
        String first = "refund-paid/" + refund.id();
        return refund.cameBack() == 0 ? first : first + "/" + refund.cameBack();
    }

    /** The provider has the money again: a correction of the journal that said that the donor has it. */
    Mono<Outcome<Long>> undo(Refund refund, String method) {
        return paid(refund)
                .flatMap(sequence -> ledger.post(List.of(MoneyMoves.refundCameBack(
                        "refund-back/" + refund.id() + "/" + refund.cameBack(),
                        clock.instant(),
                        sequence,
                        method,
                        refund.due()))))
                .map(postings -> postings.get(0)
                        .fold(
                                posted -> Outcome.done(posted.number()),
                                already -> Outcome.done(already.number()),
                                refused -> Outcome.refused(
                                        PaymentReason.NOT_POSTED,
                                        refused.reason().word())));
    }

    private Mono<Long> paid(Refund refund) {
        return database.sql("select paid_sequence from donations.refund where id = $1")
                .bind(0, refund.id().value())
                .map(row -> requireNonNull(row.get("paid_sequence", Long.class)))
                .one();
    }

    private Mono<Outcome<Long>> written(Refund refund, RefundStatus to, long sequence, @Nullable String by) {
        return writing.finish(refund.id(), to, sequence, by).thenReturn(Outcome.done(sequence));
    }
}

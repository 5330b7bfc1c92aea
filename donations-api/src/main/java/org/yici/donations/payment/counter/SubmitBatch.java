package org.yici.donations.payment.counter;

import java.util.Map;
import org.springframework.stereotype.Component;
import org.yici.platform.clock.ProgramClock;
import org.yici.platform.database.Transactions;
import org.yici.platform.outcome.Outcome;
import org.yici.platform.staff.AuditTrail;
import org.yici.platform.staff.StaffMember;
import reactor.core.publisher.Mono;

/** Who entered a batch hands it on: from here on its lines stay as they are, and its gifts cannot come a second time. */
@Component
public final class SubmitBatch {

    private final CounterBatches batches;
    private final SubmittedGifts gifts;
    private final Transactions transactions;
    private final AuditTrail audit;
    private final ProgramClock clock;

    SubmitBatch(
            CounterBatches batches,
            SubmittedGifts gifts,
            Transactions transactions,
            AuditTrail audit,
            ProgramClock clock) {
        this.batches = batches;
        this.gifts = gifts;
        this.transactions = transactions;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Refused: {@code role}, {@code not-yours}, {@code step-not-open}, {@code refused-lines}, {@code no-lines}; and
     * {@code same-sheet} or {@code same-gift} when it was submitted by another draft since it was checked.
     */
    public Mono<Outcome<CounterBatchId>> submit(StaffMember actor, CounterBatchId id) {
        return transactions.inOne(() -> batches.lock(id)
                .flatMap(batch -> batch.submittedBy(actor)
                        .fold(
                                next -> submit(actor, batch, next),
                                refusal -> Mono.just(Outcome.<CounterBatchId>refused(refusal))))
                .defaultIfEmpty(Outcome.refused(CounterReason.UNKNOWN)));
    }

    private Mono<Outcome<CounterBatchId>> submit(StaffMember actor, CounterBatch batch, BatchState next) {
        CounterBatchId id = batch.id();
        return batches.submittedAs(id)
                .map(other -> Outcome.<CounterBatchId>refused(CounterReason.SAME_SHEET, other.toString()))
                .switchIfEmpty(Mono.defer(() -> gifts.add(id)
                        .flatMap(added -> added == batch.counts().good()
                                ? batches.submit(id, next, clock.instant())
                                        .then(audit.record(
                                                actor,
                                                "counter-batch-submitted",
                                                id.toString(),
                                                Map.of(
                                                        "gifts", batch.counts().good(),
                                                        "total", batch.total().fen())))
                                        .thenReturn(Outcome.done(id))
                                : clash(id))));
    }

    private Mono<Outcome<CounterBatchId>> clash(CounterBatchId id) {
        return gifts.clash(id)
                .map(clash -> Outcome.refused(
                        CounterReason.SAME_GIFT,
                        clash.row(),
                        Long.toString(clash.other().batch()),
                        clash.other().row()));
    }
}

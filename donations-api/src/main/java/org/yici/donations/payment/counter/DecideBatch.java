package org.yici.donations.payment.counter;

import java.util.Map;
import org.springframework.stereotype.Component;
import org.yici.donations.payment.counter.BatchState.Event;
import org.yici.platform.clock.ProgramClock;
import org.yici.platform.database.Transactions;
import org.yici.platform.outcome.Outcome;
import org.yici.platform.staff.AuditTrail;
import org.yici.platform.staff.StaffMember;
import reactor.core.publisher.Mono;

/** A second person, never who entered the batch, confirms it, whereupon it is booked, or sends it back. */
@Component
public final class DecideBatch {

    private final CounterBatches batches;
    private final SubmittedGifts gifts;
    private final Transactions transactions;
    private final AuditTrail audit;
    private final ProgramClock clock;

    DecideBatch(
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

    /** Refused: {@code role}, {@code same-person}, {@code step-not-open}. */
    public Mono<Outcome<CounterBatchId>> confirm(StaffMember actor, CounterBatchId id) {
        return decide(actor, id, Event.CONFIRMATION, "counter-batch-confirmed", Mono.empty());
    }

    /** Its gifts may come again, in a batch that is right. Refused as {@link #confirm} is. */
    public Mono<Outcome<CounterBatchId>> sendBack(StaffMember actor, CounterBatchId id) {
        return decide(actor, id, Event.REJECTION, "counter-batch-rejected", gifts.remove(id));
    }

    private Mono<Outcome<CounterBatchId>> decide(
            StaffMember actor, CounterBatchId id, Event decision, String act, Mono<Void> besides) {
        return transactions.inOne(() -> batches.lock(id)
                .flatMap(batch -> batch.decidedBy(actor, decision)
                        .fold(
                                next -> batches.decide(id, next, actor.username(), clock.instant())
                                        .then(besides)
                                        .then(audit.record(
                                                actor,
                                                act,
                                                id.toString(),
                                                Map.of(
                                                        "gifts", batch.counts().good(),
                                                        "total", batch.total().fen())))
                                        .thenReturn(Outcome.done(id)),
                                refusal -> Mono.just(Outcome.<CounterBatchId>refused(refusal))))
                .defaultIfEmpty(Outcome.refused(CounterReason.UNKNOWN)));
    }
}

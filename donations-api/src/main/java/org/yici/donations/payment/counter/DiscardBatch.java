package org.yici.donations.payment.counter;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import org.yici.platform.database.Transactions;
import org.yici.platform.outcome.Outcome;
import org.yici.platform.outcome.Refusal;
import org.yici.platform.staff.AuditTrail;
import org.yici.platform.staff.StaffMember;
import reactor.core.publisher.Mono;

/** Throws away a draft, or one line of it, with all that it says of people; or a batch whose sheet was not read. */
@Component
public final class DiscardBatch {

    private final CounterBatches batches;
    private final CounterLines lines;
    private final Transactions transactions;
    private final AuditTrail audit;

    DiscardBatch(CounterBatches batches, CounterLines lines, Transactions transactions, AuditTrail audit) {
        this.batches = batches;
        this.lines = lines;
        this.transactions = transactions;
        this.audit = audit;
    }

    /** Refused: {@code role}, {@code not-yours}, {@code step-not-open}. */
    public Mono<Outcome<CounterBatchId>> discard(StaffMember actor, CounterBatchId id) {
        return change(
                id,
                batch -> batch.refusesDiscardBy(actor),
                batches.delete(id).then(audit.record(actor, "counter-draft-discarded", id.toString(), Map.of())));
    }

    /** A line of a draft that was typed: a sheet is put right as a sheet. Refused as {@link #discard} is. */
    public Mono<Outcome<CounterBatchId>> removeLine(StaffMember actor, CounterBatchId id, int line) {
        return change(
                id,
                batch -> batch.refusesChangeBy(actor),
                lines.delete(id, line)
                        .then(batches.count(id))
                        .then(audit.record(actor, "counter-line-removed", id.toString(), Map.of("line", line))));
    }

    private Mono<Outcome<CounterBatchId>> change(
            CounterBatchId id, Function<CounterBatch, Optional<Refusal>> rule, Mono<Void> change) {
        return transactions.inOne(() -> batches.lock(id)
                .flatMap(batch -> rule.apply(batch)
                        .map(refusal -> Mono.just(Outcome.<CounterBatchId>refused(refusal)))
                        .orElseGet(() -> change.thenReturn(Outcome.done(id))))
                .defaultIfEmpty(Outcome.refused(CounterReason.UNKNOWN)));
    }
}

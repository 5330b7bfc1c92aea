package org.yici.donations.payment.counter;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yici.donations.payment.counter.BatchState.Event;
import org.yici.platform.outcome.Outcome;
import org.yici.platform.outcome.Refusal;
import org.yici.platform.staff.StaffMember;

/**
 * A step that somebody may take with a batch, or what stands in the way.
 *
 * @param act a machine word: {@code submit}, {@code confirm}, {@code reject} or {@code discard}
 * @param obstacle empty when it may be taken
 */
public record BatchOffer(String act, Optional<Refusal> obstacle) {

    /** All steps, each by the rule that decides when it is taken. */
    public static List<BatchOffer> of(CounterBatch batch, StaffMember actor) {
        return List.of(
                new BatchOffer("submit", obstacle(batch.submittedBy(actor))),
                new BatchOffer("confirm", obstacle(batch.decidedBy(actor, Event.CONFIRMATION))),
                new BatchOffer("reject", obstacle(batch.decidedBy(actor, Event.REJECTION))),
                new BatchOffer("discard", batch.refusesDiscardBy(actor)));
    }

    private static Optional<Refusal> obstacle(Outcome<BatchState> step) {
        return Optional.ofNullable(step.<@Nullable Refusal>fold(next -> null, refusal -> refusal));
    }
}

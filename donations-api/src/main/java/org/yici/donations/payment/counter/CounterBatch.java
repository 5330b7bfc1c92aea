package org.yici.donations.payment.counter;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yici.donations.payment.counter.BatchState.Event;
import org.yici.ledger.Money;
import org.yici.platform.outcome.FieldError;
import org.yici.platform.outcome.Outcome;
import org.yici.platform.outcome.Refusal;
import org.yici.platform.staff.StaffMember;

/**
 * Gifts that were taken in at the counter, written down by one person and confirmed by another.
 *
 * @param fileName of the sheet; null when it was typed
 * @param enteredBy username, as is {@code decidedBy}
 * @param enteredAt program clock, as are the other times
 * @param submittedAt null while it is a draft
 * @param decidedBy null until somebody has confirmed it or sent it back
 * @param total of the good lines
 * @param reading of its sheet; null when it was typed
 */
public record CounterBatch(
        CounterBatchId id,
        BatchState state,
        Source source,
        @Nullable String fileName,
        String enteredBy,
        Instant enteredAt,
        @Nullable Instant submittedAt,
        @Nullable String decidedBy,
        @Nullable Instant decidedAt,
        Counts counts,
        Money total,
        @Nullable Reading reading) {

    public enum Source {
        SHEET,
        TYPED
    }

    /** How many of its lines are gifts, are refused, are none, and are in the books. */
    public record Counts(int good, int refused, int passedOver, int booked) {

        static final Counts NONE = new Counts(0, 0, 0, 0);
    }

    /**
     * How far its sheet was read.
     *
     * @param row the number of the last row that was
     * @param last the number of the sheet's last row, about; null until its file was opened
     * @param faults why it cannot be read; none when it can, or was cut short
     */
    public record Reading(int row, @Nullable Integer last, List<FieldError> faults) {

        public Reading {
            faults = List.copyOf(faults);
        }
    }

    /** Why its sheet cannot be read; none when it can, or was cut short, or there is none. */
    public List<FieldError> faults() {
        return reading == null ? List.of() : reading.faults();
    }

    /** The state after it was submitted: by who entered it, whole, and nothing of it refused. */
    Outcome<BatchState> submittedBy(StaffMember actor) {
        return refusesChangeBy(actor).<Outcome<BatchState>>map(Outcome::refused).orElseGet(() -> {
            if (counts.refused() > 0) {
                return Outcome.refused(CounterReason.REFUSED_LINES, counts.refused());
            }
            return counts.good() == 0 ? Outcome.refused(CounterReason.NO_LINES) : after(Event.SUBMISSION);
        });
    }

    /** Why this person may not add to it, take from it or submit it; empty when it may be. */
    Optional<Refusal> refusesChangeBy(StaffMember actor) {
        return refusesBy(actor, state == BatchState.DRAFT);
    }

    /** Why this person may not throw it away; empty when it may be: nobody but who entered it has seen it. */
    Optional<Refusal> refusesDiscardBy(StaffMember actor) {
        return refusesBy(actor, state == BatchState.DRAFT || state == BatchState.UNREAD);
    }

    private Optional<Refusal> refusesBy(StaffMember actor, boolean open) {
        if (!CounterDuty.ENTER.isOf(actor)) {
            return CounterDuty.ENTER.refuses(actor);
        }
        if (!actor.is(enteredBy)) {
            return Optional.of(Refusal.because(CounterReason.NOT_YOURS));
        }
        return open ? Optional.empty() : Optional.of(Refusal.because(CounterReason.STEP_NOT_OPEN));
    }

    /** The state after it was confirmed or sent back: by another person than who entered it. */
    Outcome<BatchState> decidedBy(StaffMember actor, Event decision) {
        Optional<Refusal> noDuty = CounterDuty.DECIDE.refuses(actor);
        if (noDuty.isPresent()) {
            return Outcome.refused(noDuty.get());
        }
        return actor.is(enteredBy) ? Outcome.refused(CounterReason.SAME_PERSON) : after(decision);
    }

    private Outcome<BatchState> after(Event event) {
        return state.after(event)
                .<Outcome<BatchState>>map(Outcome::done)
                .orElseGet(() -> Outcome.refused(CounterReason.STEP_NOT_OPEN));
    }
}

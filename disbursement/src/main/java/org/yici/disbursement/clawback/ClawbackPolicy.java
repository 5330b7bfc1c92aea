package org.yici.disbursement.clawback;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;
import org.yici.disbursement.clawback.Clawback.Claim;
import org.yici.disbursement.clawback.Clawback.Ground;
import org.yici.platform.outcome.Outcome;
import org.yici.platform.outcome.Reason;
import org.yici.platform.outcome.Refusal;
import org.yici.platform.staff.StaffMember;
import org.yici.platform.staff.StaffReason;

/** Every rule about who may take which step of a demand and when, in the order in which they are asked. */
public enum ClawbackPolicy {
    RIGHT_ROLE(attempt -> unless(attempt.action.isOf(attempt.actor), StaffReason.ROLE)),

    /** Who demands did not open it; who receives or lets go did not demand. */
    ANOTHER_PERSON(attempt -> {
        Claim claim = attempt.demand.claim();
        boolean same =
                switch (attempt.action) {
                    case NOTICE, CORRECT -> false;
                    case DEMAND -> attempt.actor.is(attempt.demand.openedBy());
                    case RECEIVE_PART, RECEIVE_REST, WAIVE -> claim != null && attempt.actor.is(claim.by());
                };
        return unless(!same, StaffReason.SAME_PERSON);
    }),

    STEP_OPEN(attempt -> unless(
            attempt.demand.state().after(attempt.action).isPresent(),
            ClawbackReason.STEP_NOT_OPEN,
            attempt.demand.state())),

    /** Misuse may be put right until its day is over; false papers cannot. */
    TIME_TO_CORRECT(attempt -> unless(
            attempt.action != ClawbackAction.DEMAND
                    || attempt.demand.ground() == Ground.FALSE_PAPERS
                    || attempt.today.isAfter(attempt.demand.correctBy()),
            ClawbackReason.CORRECTION_RUNNING,
            attempt.demand.correctBy()));

    /** Somebody wants to take a step on a day. */
    public record Attempt(Clawback demand, ClawbackAction action, StaffMember actor, LocalDate today) {

        /** The first reason against it. */
        public Optional<Refusal> obstacle() {
            return Arrays.stream(ClawbackPolicy.values())
                    .flatMap(policy -> policy.rule.apply(this).stream())
                    .findFirst();
        }

        /** Pure: where the step leads, or why it may not be taken. */
        Outcome<ClawbackState> decide() {
            return obstacle()
                    .map(Outcome::<ClawbackState>refused)
                    .orElseGet(() -> Outcome.done(demand.state().after(action).orElseThrow()));
        }
    }

    private final Function<Attempt, Optional<Refusal>> rule;

    ClawbackPolicy(Function<Attempt, Optional<Refusal>> rule) {
        this.rule = rule;
    }

    private static Optional<Refusal> unless(boolean met, Reason reason, Object... arguments) {
        return met ? Optional.empty() : Optional.of(Refusal.because(reason, arguments));
    }
}

package org.yici.donations.payment.refund;

import java.util.Optional;
import java.util.function.Function;
import org.yici.platform.outcome.Reason;
import org.yici.platform.outcome.Refusal;
import org.yici.platform.staff.StaffReason;

/** Every rule about who may take which step of a refund and when, in the order in which they are asked. */
public enum RefundPolicy {
    /** Each step is the work of a role. */
    RIGHT_ROLE(attempt -> unless(attempt.act().isOf(attempt.actor()), StaffReason.ROLE)),

    /** One proposes, another one decides; and who approved hands out no money. */
    DIFFERENT_PEOPLE(attempt -> unless(
            !attempt.refundCase().refund().hasOtherPart(attempt.actor(), attempt.act()), RefundReason.SAME_PERSON)),

    /** {@link RefundStatus} knows the step from here. */
    STEP_OPEN(attempt -> {
        RefundStatus from = attempt.refundCase().refund().status();
        return unless(from.after(attempt.act()).isPresent(), RefundReason.STEP_NOT_OPEN, from);
    }),

    /** What was granted to somebody is not the donor's any more. The ledger has the last word on it. */
    STILL_UNSPENT(attempt -> unless(
            attempt.amount().compareTo(attempt.refundCase().refundable()) <= 0,
            RefundReason.SPENT,
            attempt.refundCase().refundable())),

    /** Cash goes back in cash. */
    PROVIDER_THERE(
            attempt -> unless(attempt.act() != RefundAct.SEND_AGAIN || attempt.sendable(), RefundReason.NO_PROVIDER));

    private final Function<RefundAttempt, Optional<Refusal>> rule;

    RefundPolicy(Function<RefundAttempt, Optional<Refusal>> rule) {
        this.rule = rule;
    }

    /** Why the attempt breaks this rule, or nothing. */
    public Optional<Refusal> against(RefundAttempt attempt) {
        return rule.apply(attempt);
    }

    private static Optional<Refusal> unless(boolean met, Reason reason, Object... arguments) {
        return met ? Optional.empty() : Optional.of(Refusal.because(reason, arguments));
    }
}

package org.yici.donations.payment.refund;

import java.util.Arrays;
import java.util.Optional;
import org.yici.ledger.Money;
import org.yici.platform.outcome.Outcome;
import org.yici.platform.outcome.Refusal;
import org.yici.platform.staff.StaffMember;

/**
 * Somebody of the staff wants to take a step: everything that the rules look at, and nothing else.
 *
 * @param amount what would go back; zero for a step that takes nothing from the fund
 * @param sendable whether a provider of ours can send back what came this way
 */
public record RefundAttempt(RefundCase refundCase, RefundAct act, StaffMember actor, Money amount, boolean sendable) {

    /** The first reason against it. */
    public Optional<Refusal> obstacle() {
        return Arrays.stream(RefundPolicy.values())
                .flatMap(policy -> policy.against(this).stream())
                .findFirst();
    }

    /** Pure: where the step leads, or why it may not be taken. */
    Outcome<RefundStatus> decide() {
        return obstacle()
                .map(Outcome::<RefundStatus>refused)
                .orElseGet(() ->
                        Outcome.done(refundCase.refund().status().after(act).orElseThrow()));
    }
}

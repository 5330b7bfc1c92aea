package org.yici.donations.payment.refund;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.yici.donations.donation.Donation;
import org.yici.donations.donation.DonationId;
import org.yici.donations.payment.SendBack;
import org.yici.donations.payment.order.OrderNumber;
import org.yici.ledger.Money;
import org.yici.platform.staff.StaffMember;

/**
 * A refund as it stands. What led there is its {@link RefundStory}.
 *
 * @param wished what the donor asked for; null for all that is not spent, and where staff began
 * @param proposal null until somebody has said how much and why
 * @param decidedBy username; null until approved or declined
 * @param sequence of the journal that took it out of the fund; null until approved
 * @param sending null until approved
 * @param taken how much of it the donor's bank has taken back itself
 * @param cameBack how often it was done and came back
 * @param paidBy username of who paid it by hand; null until done, and where the provider did
 * @param askedAt program clock
 */
public record Refund(
        RefundId id,
        DonationId gift,
        RefundStatus status,
        @Nullable Money wished,
        @Nullable Proposal proposal,
        @Nullable String decidedBy,
        @Nullable Long sequence,
        @Nullable Sending sending,
        Money taken,
        int cameBack,
        @Nullable String paidBy,
        Instant askedAt) {

    /**
     * @param reason what the donor reads at the provider, at most 40 characters
     * @param by username
     */
    public record Proposal(Money amount, String reason, String by) {}

    /**
     * @param known the provider's name for it; null until it is known
     * @param tries how often the provider was asked under this number
     * @param dueAt when it is asked next, wall clock; null when it is not
     */
    public record Sending(
            OrderNumber number,
            @Nullable String known,
            int tries,
            @Nullable Instant dueAt) {}

    /** @throws NullPointerException before it was proposed */
    Proposal proposed() {
        return requireNonNull(proposal, "proposal");
    }

    /** What is still owed to the donor of it, or was paid to him: all but what his bank has taken itself. */
    Money due() {
        return proposed().amount().minus(taken);
    }

    /** Whether {@code actor} had a part in it that the act is kept apart from. */
    boolean hasOtherPart(StaffMember actor, RefundAct act) {
        return switch (act) {
            case APPROVE, DECLINE -> proposal != null && actor.is(proposal.by());
            case SEND_AGAIN, PAY_BY_HAND -> decidedBy != null && actor.is(decidedBy);
            case ASK, PROPOSE, SEND, LEAVE_TO_HAND, CONFIRM, FAIL, DISPUTE, COME_BACK -> false;
        };
    }

    /** What goes to the provider, built from what is stored and nothing else: sent again, it is the same. */
    SendBack toSend(Donation donation) {
        Sending present = requireNonNull(sending, "sending");
        return new SendBack(present.number(), donation, due(), proposed().reason(), present.known());
    }
}

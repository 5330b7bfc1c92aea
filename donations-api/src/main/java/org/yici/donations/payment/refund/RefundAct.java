package org.yici.donations.payment.refund;

import java.util.Locale;
import java.util.Set;
import org.yici.platform.staff.Role;
import org.yici.platform.staff.StaffMember;

/** What can happen to a refund, and whose part it is. Those without a role are the donor's, the program's or the provider's. */
public enum RefundAct {
    /** The donor would like money back. */
    ASK,
    /** How much, and why; for a donor's wish, or without one. Until it is decided, anybody with the role may say it anew. */
    PROPOSE(Role.CASHIER, Role.REVIEWER),
    /** The money leaves the fund. */
    APPROVE(Role.APPROVER),
    DECLINE(Role.APPROVER),
    /** The provider is asked to send it back, again and again under the same number until it answers. */
    SEND,
    /** No provider can send it back: somebody has to pay it. */
    LEAVE_TO_HAND,
    /** The provider says that the donor has it. */
    CONFIRM,
    /** The provider says that it will not happen this way. */
    FAIL,
    /** The donor's bank has taken it back itself, before it was sent. */
    DISPUTE,
    /** It was done, and the donor's bank has sent it back to the provider. */
    COME_BACK,
    /** Once more to the provider, under a new number. */
    SEND_AGAIN(Role.CASHIER),
    /** Paid at the counter, or in the provider's own back office. */
    PAY_BY_HAND(Role.CASHIER);

    private final Set<Role> roles;

    RefundAct(Role... roles) {
        this.roles = Set.of(roles);
    }

    boolean isOf(StaffMember actor) {
        return roles.stream().anyMatch(actor::has);
    }

    /** Whether it is a person's part, for the list of what somebody may do. */
    public boolean isOfStaff() {
        return !roles.isEmpty();
    }

    /** The machine word in JSON and in the audit trail: {@code pay-by-hand}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}

package org.yici.donations.payment.refund.web;

import java.util.Set;
import org.yici.platform.outcome.Refusal;
import org.yici.platform.staff.Role;
import org.yici.platform.staff.StaffMember;
import org.yici.platform.staff.StaffReason;
import org.yici.platform.web.RefusedException;

/** Who of the staff may read of refunds: whoever has a part in one, and who audits or keeps the accounts. */
public final class RefundReaders {

    private static final Set<Role> ROLES = Set.of(Role.CASHIER, Role.REVIEWER, Role.APPROVER, Role.AUDITOR, Role.ADMIN);

    private RefundReaders() {}

    public static boolean includes(StaffMember actor) {
        return ROLES.stream().anyMatch(actor::has);
    }

    /** @throws RefusedException 403 {@code role} */
    static void check(StaffMember actor) {
        if (!includes(actor)) {
            throw new RefusedException(Refusal.because(StaffReason.ROLE));
        }
    }
}

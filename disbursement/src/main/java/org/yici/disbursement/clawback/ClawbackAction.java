package org.yici.disbursement.clawback;

import java.util.Locale;
import java.util.Set;
import org.yici.platform.staff.Role;
import org.yici.platform.staff.StaffMember;

/** What can happen to a demand, and whose part it is. */
public enum ClawbackAction {
    /** The household is asked to put it right. */
    NOTICE(Role.REVIEWER),
    /** It did. */
    CORRECT(Role.REVIEWER, Role.APPROVER),
    /** It did not, or its papers were false: the agreement is ended and money asked back. */
    DEMAND(Role.APPROVER),
    RECEIVE_PART(Role.CASHIER),
    RECEIVE_REST(Role.CASHIER),
    /** The rest is let go: it would be hardship, or cannot be had. */
    WAIVE(Role.APPROVER);

    private final Set<Role> roles;

    ClawbackAction(Role... roles) {
        this.roles = Set.of(roles);
    }

    boolean isOf(StaffMember actor) {
        return roles.stream().anyMatch(actor::has);
    }

    /** The machine word in JSON and in the audit trail: {@code receive-part}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public String messageKey() {
        return "clawback.action." + word();
    }

    /** Whose part it is, for somebody whose it is not. */
    public String byKey() {
        return "clawback.by." + word();
    }
}

package org.yici.disbursement.application;

import java.util.Set;
import org.yici.platform.staff.Role;
import org.yici.platform.staff.StaffMember;

/**
 * A part in the way of a grant. Review, approval and payout are by three different people, none of them its intake. An
 * objection is resolved by somebody who had no part in the grant before; that person may still take one part afterwards.
 */
public enum Duty {
    INTAKE(Role.INTAKE),
    REVIEW(Role.REVIEWER),
    /** Resolving an objection: by someone who had no part in the grant until then. */
    OBJECTION(Role.REVIEWER, Role.APPROVER),
    APPROVAL(Role.APPROVER),
    PAYOUT(Role.CASHIER),
    /** The clock's and the public's part, which no member of staff plays. */
    NOBODY;

    private final Set<Role> roles;

    Duty(Role... roles) {
        this.roles = Set.of(roles);
    }

    boolean isOf(StaffMember actor) {
        return roles.stream().anyMatch(actor::has);
    }

    /** Is it a part in which one judges the case? An appeal is judged by others. */
    boolean decides() {
        return this == REVIEW || this == OBJECTION || this == APPROVAL;
    }

    public Set<Role> roles() {
        return roles;
    }
}

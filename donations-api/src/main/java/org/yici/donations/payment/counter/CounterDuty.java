package org.yici.donations.payment.counter;

import java.util.Optional;
import java.util.Set;
import org.yici.platform.outcome.Refusal;
import org.yici.platform.staff.Role;
import org.yici.platform.staff.StaffMember;
import org.yici.platform.staff.StaffReason;

/** Who may do what at the counter. That two steps are by two people is the batch's own rule. */
public enum CounterDuty {
    /** Takes money in and writes it down. */
    ENTER(Set.of(Role.INTAKE, Role.CASHIER)),
    /** Holds what was written down against slips and statements. */
    DECIDE(Set.of(Role.CASHIER, Role.APPROVER)),
    LOOK(Set.of(Role.INTAKE, Role.CASHIER, Role.APPROVER, Role.AUDITOR, Role.ADMIN));

    private final Set<Role> roles;

    CounterDuty(Set<Role> roles) {
        this.roles = roles;
    }

    public boolean isOf(StaffMember actor) {
        return roles.stream().anyMatch(actor::has);
    }

    public Optional<Refusal> refuses(StaffMember actor) {
        return isOf(actor) ? Optional.empty() : Optional.of(Refusal.because(StaffReason.ROLE));
    }
}

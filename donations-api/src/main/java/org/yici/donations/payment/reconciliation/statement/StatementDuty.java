package org.yici.donations.payment.reconciliation.statement;

import java.util.Optional;
import java.util.Set;
import org.yici.platform.outcome.Refusal;
import org.yici.platform.staff.Role;
import org.yici.platform.staff.StaffMember;
import org.yici.platform.staff.StaffReason;

/** Who may do what with the bank's statements. */
public enum StatementDuty {
    FILE(Set.of(Role.CASHIER)),
    LOOK(Set.of(Role.CASHIER, Role.AUDITOR, Role.ADMIN));

    private final Set<Role> roles;

    StatementDuty(Set<Role> roles) {
        this.roles = roles;
    }

    public boolean isOf(StaffMember actor) {
        return roles.stream().anyMatch(actor::has);
    }

    public Optional<Refusal> refuses(StaffMember actor) {
        return isOf(actor) ? Optional.empty() : Optional.of(Refusal.because(StaffReason.ROLE));
    }
}

package org.yici.disbursement.desk;

import java.util.Set;
import org.yici.platform.staff.Role;
import org.yici.platform.staff.StaffMember;

/** Who reads what in plain. Identity numbers are nobody's on these pages; they are revealed one by one, and audited. */
public final class Reader {

    private static final Set<Role> HANDLE_CASES =
            Set.of(Role.INTAKE, Role.REVIEWER, Role.APPROVER, Role.CASHIER, Role.AUDITOR);

    private Reader() {}

    public static boolean mayReadNames(StaffMember member) {
        return HANDLE_CASES.stream().anyMatch(member::has);
    }
}

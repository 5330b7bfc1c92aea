package org.yici.disbursement.register;

import org.yici.disbursement.household.sheet.ImportId;
import org.yici.platform.outcome.Refusal;
import org.yici.platform.staff.Role;
import org.yici.platform.staff.StaffMember;
import org.yici.platform.staff.StaffReason;
import org.yici.platform.web.RefusedException;
import org.yici.platform.web.WebReason;

/** The addresses of lists, and who is let in. */
final class ListAddresses {

    static final String REGISTER = "/staff/households";
    static final String HOME = REGISTER + "/lists";

    private ListAddresses() {}

    static String of(ImportId id) {
        return HOME + "/" + id;
    }

    /** The list that a segment names; anything else is 404, however it is spelt. */
    static ImportId list(String segment) {
        return ImportId.parse(segment).orElseThrow(() -> new RefusedException(Refusal.because(WebReason.NOT_FOUND)));
    }

    static int row(String segment) {
        return segment.matches("[1-9][0-9]{0,8}") ? Integer.parseInt(segment) : 0;
    }

    static boolean mayEnter(StaffMember actor) {
        return actor.has(Role.INTAKE);
    }

    /** @throws RefusedException 403 when lists are not this person's to bring */
    static void requireIntake(StaffMember actor) {
        if (!mayEnter(actor)) {
            throw new RefusedException(Refusal.because(StaffReason.ROLE));
        }
    }
}

package org.yici.disbursement.crosscheck.desk;

import org.yici.disbursement.crosscheck.extract.ExtractId;
import org.yici.disbursement.desk.Reader;
import org.yici.platform.outcome.Refusal;
import org.yici.platform.staff.Role;
import org.yici.platform.staff.StaffMember;
import org.yici.platform.staff.StaffReason;
import org.yici.platform.web.RefusedException;
import org.yici.platform.web.WebReason;

/** The addresses of cross-checks, and who is let in. */
final class Addresses {

    static final String HOME = "/staff/crosschecks";
    static final String EXTRACTS = HOME + "/extracts";
    static final String RULES = HOME + "/rules";
    static final String RUNS = HOME + "/runs";

    private Addresses() {}

    static String of(ExtractId id) {
        return EXTRACTS + "/" + id;
    }

    static ExtractId extract(String segment) {
        return ExtractId.parse(segment).orElseThrow(Addresses::notFound);
    }

    /** The number that a segment names; anything else is 404, however it is spelt. */
    static long number(String segment) {
        return ExtractId.parse(segment).map(ExtractId::number).orElseThrow(Addresses::notFound);
    }

    /** Where a list goes on, newest first; from its beginning where nothing is said. */
    static long before(String segment) {
        return ExtractId.parse(segment).map(ExtractId::number).orElse(Long.MAX_VALUE);
    }

    /** Where a list goes on that counts up. */
    static int after(String segment) {
        return segment.matches("[1-9][0-9]{0,8}") ? Integer.parseInt(segment) : 0;
    }

    static boolean mayRead(StaffMember reader) {
        return reader.has(Role.REVIEWER)
                || reader.has(Role.APPROVER)
                || reader.has(Role.AUDITOR)
                || reader.has(Role.ADMIN);
    }

    /** @throws RefusedException 403 when cross-checks are none of this person's work */
    static void requireReader(StaffMember reader) {
        if (!mayRead(reader)) {
            throw new RefusedException(Refusal.because(StaffReason.ROLE));
        }
    }

    /** @throws RefusedException 403 when cases are none of this person's work */
    static void requireCaseReader(StaffMember reader) {
        if (!Reader.mayReadNames(reader)) {
            throw new RefusedException(Refusal.because(StaffReason.ROLE));
        }
    }

    static RefusedException notFound() {
        return new RefusedException(Refusal.because(WebReason.NOT_FOUND));
    }
}

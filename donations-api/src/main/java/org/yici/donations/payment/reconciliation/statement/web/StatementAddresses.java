package org.yici.donations.payment.reconciliation.statement.web;

import java.util.Optional;
import org.yici.donations.payment.reconciliation.statement.StatementDuty;
import org.yici.donations.payment.reconciliation.statement.StatementId;
import org.yici.donations.payment.reconciliation.statement.StatementReason;
import org.yici.platform.outcome.Refusal;
import org.yici.platform.staff.StaffMember;
import org.yici.platform.web.RefusedException;

/** The statements' addresses, and who is let in. */
final class StatementAddresses {

    static final String HOME = "/staff/payments/statements";
    static final String API = "/api/v1/donations/statements";

    private StatementAddresses() {}

    /** The statement that a segment names; anything else is 404, however it is spelt. */
    static StatementId statement(String segment) {
        return StatementId.parse(segment).orElseThrow(StatementAddresses::unknown);
    }

    /** A number of a line or a journal; 0, which nothing has, for anything else. */
    static long number(String text) {
        return text.matches("[1-9][0-9]{0,17}") ? Long.parseLong(text) : 0;
    }

    static int line(String segment) {
        return segment.matches("[1-9][0-9]{0,8}") ? Integer.parseInt(segment) : 0;
    }

    static String of(StatementId id) {
        return HOME + "/" + id;
    }

    /** @throws RefusedException 403 when it is not this person's to do */
    static void require(StatementDuty duty, StaffMember actor) {
        Optional<Refusal> refusal = duty.refuses(actor);
        if (refusal.isPresent()) {
            throw new RefusedException(refusal.get());
        }
    }

    static RefusedException unknown() {
        return new RefusedException(Refusal.because(StatementReason.UNKNOWN));
    }
}

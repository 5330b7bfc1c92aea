package org.yici.donations.payment.counter.web;

import java.util.Optional;
import org.yici.donations.payment.counter.CounterBatchId;
import org.yici.donations.payment.counter.CounterDuty;
import org.yici.donations.payment.counter.CounterReason;
import org.yici.platform.outcome.Refusal;
import org.yici.platform.staff.StaffMember;
import org.yici.platform.web.RefusedException;

/** The counter's addresses, and who is let in. */
final class CounterAddresses {

    static final String HOME = "/staff/payments/counter";
    /** The same for programs. */
    static final String API = "/api/v1/donations/counter";

    private CounterAddresses() {}

    /** The batch that a segment names; anything else is 404, however it is spelt. */
    static CounterBatchId batch(String segment) {
        return CounterBatchId.parse(segment).orElseThrow(() -> refused(Refusal.because(CounterReason.UNKNOWN)));
    }

    static int line(String segment) {
        return segment.matches("[1-9][0-9]{0,8}") ? Integer.parseInt(segment) : 0;
    }

    static String of(CounterBatchId id) {
        return HOME + "/" + id;
    }

    static String api(CounterBatchId id) {
        return API + "/batches/" + id;
    }

    /** @throws RefusedException 403 when it is not this person's to do */
    static void require(CounterDuty duty, StaffMember actor) {
        Optional<Refusal> refusal = duty.refuses(actor);
        if (refusal.isPresent()) {
            throw refused(refusal.get());
        }
    }

    private static RefusedException refused(Refusal refusal) {
        return new RefusedException(refusal);
    }
}

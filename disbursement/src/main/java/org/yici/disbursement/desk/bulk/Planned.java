package org.yici.disbursement.desk.bulk;

import org.jspecify.annotations.Nullable;
import org.yici.disbursement.Amount;
import org.yici.disbursement.application.Application;
import org.yici.disbursement.application.Terms;
import org.yici.disbursement.desk.Reader;
import org.yici.disbursement.household.Household;
import org.yici.platform.staff.StaffMember;
import org.yici.platform.web.Problem;

/**
 * What a step would do to one case, before anything is done.
 *
 * @param name masked for those who may not read names
 * @param amount asked for, or what the standard comes to where the step grants it
 * @param reason the machine word of why not, and {@code message} in the reader's language; null where nothing is in the way
 */
public record Planned(
        String id,
        String household,
        String name,
        String kind,
        String township,
        Amount amount,
        @Nullable String reason,
        @Nullable String message) {

    static Planned of(
            Act act,
            Application application,
            Household household,
            Terms terms,
            @Nullable Problem problem,
            StaffMember reader) {
        Household.Member member = household.member(application.member()).orElseThrow();
        return new Planned(
                application.id().toString(),
                household.code(),
                Reader.mayReadNames(reader) ? member.name() : member.maskedName(),
                application.kind().word(),
                household.township(),
                Amount.of(act == Act.APPROVE ? terms.computed() : application.amount()),
                problem == null ? null : problem.reason(),
                problem == null ? null : problem.detail());
    }

    public boolean open() {
        return reason == null;
    }

    @Override
    public String toString() {
        return "planned " + id;
    }
}

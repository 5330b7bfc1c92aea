package org.yici.disbursement.conflict;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yici.ledger.FundCode;
import org.yici.platform.privacy.Masked;
import org.yici.platform.staff.StaffMember;

/**
 * That somebody is related to a household or to one of its members. It is never taken back silently: it is lifted, in words,
 * by somebody else, and stays on file.
 *
 * @param relation such as 侄子, in words
 * @param lifted null while it holds
 */
public record Relation(
        UUID id,
        Who who,
        String relation,
        @Nullable String note,
        String declaredBy,
        Instant declaredAt,
        @Nullable Lifted lifted) {

    /** A member of staff by username, or a donor by name with the fund that the gift went to. */
    public record Who(
            @Nullable String staff,
            @Nullable String donor,
            @Nullable FundCode fund) {

        static Who ofStaff(String username) {
            return new Who(username, null, null);
        }

        static Who ofDonor(String name, FundCode fund) {
            return new Who(null, name, fund);
        }

        public @Nullable String maskedDonor() {
            return donor == null ? null : Masked.name(donor);
        }

        @Override
        public String toString() {
            return staff == null ? "a donor to " + fund : staff;
        }
    }

    /** Why it holds no longer. */
    public record Lifted(String by, Instant at, String note) {}

    public boolean holds() {
        return lifted == null;
    }

    /** Neither who declared it nor whom it is about may lift it. */
    boolean isOwn(StaffMember actor) {
        return actor.is(declaredBy) || who.staff() != null && actor.is(who.staff());
    }

    @Override
    public String toString() {
        return "relation " + id;
    }
}

package org.yici.disbursement.household.sheet.line;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.yici.disbursement.household.Area;
import org.yici.disbursement.household.CareLevel;
import org.yici.disbursement.household.Category;

/**
 * What a line says of one person, each part in its one normal form; null is what the line leaves open. Only in memory and
 * sealed: a line is never written anywhere as it is.
 */
public record PersonLine(
        String name,
        String identity,
        String relation,
        boolean head,
        @Nullable String phone,
        @Nullable String township,
        @Nullable String village,
        @Nullable Category category,
        @Nullable Area area,
        @Nullable CareLevel care,
        @Nullable LocalDate since,
        @Nullable String card,
        @Nullable String cardHolder,
        @Nullable String guardian,
        @Nullable String guardianIdentity,
        @Nullable String guardianRelation,
        @Nullable String guardianPhone,
        @Nullable LocalDate consentOn) {

    /** The same person as one of a household that has its head already. */
    public PersonLine asMember() {
        return with("成员", false, township, category);
    }

    /** The same, with what the list says of all its lines where this one says nothing. */
    public PersonLine orElse(@Nullable Category ofAll, @Nullable String townshipOfAll) {
        return with(
                relation,
                head,
                township == null ? townshipOfAll : township,
                category == null && head ? ofAll : category);
    }

    private PersonLine with(
            String otherRelation, boolean heads, @Nullable String otherTownship, @Nullable Category otherCategory) {
        return new PersonLine(
                name,
                identity,
                otherRelation,
                heads,
                phone,
                otherTownship,
                village,
                otherCategory,
                area,
                care,
                since,
                card,
                cardHolder,
                guardian,
                guardianIdentity,
                guardianRelation,
                guardianPhone,
                consentOn);
    }

    /** Never who it is: a record's own text ends up in logs. */
    @Override
    public String toString() {
        return "a line";
    }
}

package org.yici.disbursement.household;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a household, or one of its people, was from one day to another.
 *
 * @param member whose it is; null when it is the whole household's
 * @param list the version of the {@link CategoryList} that it was written by
 * @param since the first day
 * @param until the last day; null while it stands
 * @param recordedBy the account of who wrote it down
 */
public record CategorySpell(
        UUID id,
        @Nullable MemberId member,
        Category category,
        @Nullable Area area,
        @Nullable CareLevel care,
        int list,
        LocalDate since,
        @Nullable LocalDate until,
        String recordedBy) {

    public boolean stands() {
        return until == null;
    }

    /** The question of every programme: did it hold on that day? */
    public boolean holdsOn(LocalDate day) {
        return !day.isBefore(since) && (until == null || !day.isAfter(until));
    }

    /** Whether it covers that person: their own, or all of the household's. */
    public boolean covers(MemberId person) {
        return member == null || member.equals(person);
    }

    /** Whether both say the same but for their days. */
    public boolean sameAs(Category other, @Nullable Area otherArea, @Nullable CareLevel otherCare) {
        return category == other && area == otherArea && care == otherCare;
    }

    /** The same, written down by that account. */
    public CategorySpell by(String username) {
        return new CategorySpell(id, member, category, area, care, list, since, until, username);
    }
}

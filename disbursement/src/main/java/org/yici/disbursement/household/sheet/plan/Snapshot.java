package org.yici.disbursement.household.sheet.plan;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yici.disbursement.household.CategorySpell;
import org.yici.disbursement.household.Household;
import org.yici.disbursement.household.HouseholdId;
import org.yici.disbursement.household.MemberId;

/**
 * What the register knows about the people of some lines.
 *
 * @param people by identity number, who lives in some household now
 * @param households where they live
 * @param histories of those households, oldest first
 */
public record Snapshot(
        Map<String, Found> people,
        Map<HouseholdId, Household> households,
        Map<HouseholdId, List<CategorySpell>> histories,
        PlaceBook places,
        LocalDate today) {

    /** Where somebody lives. */
    public record Found(HouseholdId household, MemberId member) {}

    Optional<Household> homeOf(String identity) {
        return Optional.ofNullable(people.get(identity)).map(found -> households.get(found.household()));
    }

    List<CategorySpell> history(HouseholdId household) {
        return histories.getOrDefault(household, List.of());
    }
}

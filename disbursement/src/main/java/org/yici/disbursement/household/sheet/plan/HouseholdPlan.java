package org.yici.disbursement.household.sheet.plan;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yici.disbursement.household.CardNumber;
import org.yici.disbursement.household.CategorySpell;
import org.yici.disbursement.household.Household;
import org.yici.disbursement.household.HouseholdChanges.MemberNow;
import org.yici.disbursement.household.HouseholdId;
import org.yici.disbursement.household.MemberId;
import org.yici.disbursement.household.NewHousehold.Person;
import org.yici.disbursement.household.Place;
import org.yici.disbursement.household.question.Question.Said;
import org.yici.disbursement.household.sheet.line.Column;
import org.yici.disbursement.household.sheet.walk.SheetHousehold;

/**
 * What is to be done with one household of a list.
 *
 * @param household its lines, with what the register has against them
 * @param target the household on the register that it is; null for a new one
 * @param changes by row, the columns that say something new; all of them of a new line
 * @param doubts what a person has to decide first; then nothing is done
 */
public record HouseholdPlan(
        SheetHousehold household,
        @Nullable Household target,
        Place place,
        List<Person> newcomers,
        List<MemberNow> updates,
        @Nullable Card card,
        boolean placeIsNew,
        List<CategorySpell> begins,
        List<UUID> ends,
        Map<Integer, Set<Column>> changes,
        List<Doubt> doubts) {

    /** Another card than the one on file, or for a new household the first. */
    public record Card(CardNumber number, MemberId holder) {}

    /** @param against the spell on file, of a category; null of a person elsewhere */
    public record Doubt(
            HouseholdId registered,
            MemberId member,
            @Nullable UUID against,
            Said said) {}

    /** Whether it is to be put on the register, or something of it is to be changed there. */
    public boolean doesSomething() {
        return doubts.isEmpty() && (target == null || !changes.isEmpty());
    }
}

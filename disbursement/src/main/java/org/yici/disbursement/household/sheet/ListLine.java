package org.yici.disbursement.household.sheet;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yici.disbursement.household.HouseholdId;
import org.yici.disbursement.household.sheet.line.Column;
import org.yici.disbursement.household.sheet.line.LineProblem;
import org.yici.disbursement.household.sheet.line.PersonLine;
import org.yici.disbursement.household.sheet.walk.Why;

/**
 * A row of a list as it is kept.
 *
 * @param household counted within the list; null for a row that is nobody's, which has a {@code why}
 * @param changes the columns that say something new
 * @param person null when the row cannot be read
 * @param registered where the person stands; null until it is entered
 */
public record ListLine(
        int row,
        @Nullable Integer household,
        Fate fate,
        @Nullable Why why,
        List<Column> changes,
        @Nullable PersonLine person,
        List<LineProblem> problems,
        @Nullable HouseholdId registered) {

    public ListLine {
        changes = List.copyOf(changes);
        problems = List.copyOf(problems);
    }

    ListLine registeredAt(@Nullable HouseholdId where) {
        return new ListLine(row, household, fate, why, changes, person, problems, where);
    }
}

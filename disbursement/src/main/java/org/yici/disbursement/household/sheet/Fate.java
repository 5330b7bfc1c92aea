package org.yici.disbursement.household.sheet;

import java.util.List;
import java.util.Set;
import org.yici.disbursement.household.sheet.line.Column;
import org.yici.disbursement.household.sheet.line.LineFlaw;
import org.yici.disbursement.household.sheet.plan.HouseholdPlan;
import org.yici.disbursement.household.sheet.walk.SheetLine;

/** What becomes of a row. */
public enum Fate {
    /** A person who is not on the register yet. */
    NEW,
    /** Says something new about somebody who is. */
    CHANGED,
    /** The register says the same. */
    SAME,
    REFUSED,
    /** Right, and waits for another row of its household that is not. */
    HELD,
    /** Nobody's row. */
    PASSED_OVER;

    /** Of a row that the register had no say about yet. */
    static Fate of(SheetLine line) {
        boolean waits = line.problems().stream().anyMatch(problem -> problem.flaw() == LineFlaw.HELD);
        return waits ? HELD : REFUSED;
    }

    static Fate of(SheetLine line, HouseholdPlan plan) {
        if (line.isRefused()) {
            return of(line);
        }
        Set<Column> news = plan.changes().getOrDefault(line.row(), Set.of());
        return news.isEmpty() ? SAME : news.contains(Column.IDENTITY) ? NEW : CHANGED;
    }

    /** The columns that say something new about somebody who is on the register; of a new person it is all of them. */
    static List<Column> changes(SheetLine line, HouseholdPlan plan) {
        return of(line, plan) == CHANGED ? List.copyOf(plan.changes().getOrDefault(line.row(), Set.of())) : List.of();
    }

    public String messageKey() {
        return "register.fate." + name();
    }
}

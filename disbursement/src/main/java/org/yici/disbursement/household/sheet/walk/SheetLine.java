package org.yici.disbursement.household.sheet.walk;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yici.disbursement.household.sheet.line.LineProblem;
import org.yici.disbursement.household.sheet.line.PersonLine;

/**
 * One person's row.
 *
 * @param row as the spreadsheet program shows it
 * @param person null when it cannot be read
 */
public record SheetLine(int row, @Nullable PersonLine person, List<LineProblem> problems) {

    public SheetLine {
        problems = List.copyOf(problems);
    }

    public boolean isRefused() {
        return problems.stream().anyMatch(problem -> !problem.flaw().isRemark());
    }

    public SheetLine with(List<LineProblem> more) {
        List<LineProblem> all = new ArrayList<>(problems);
        all.addAll(more);
        return new SheetLine(row, person, all);
    }
}

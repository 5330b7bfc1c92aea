package org.yici.donations.payment.reconciliation.statement.paper;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yici.ledger.Money;

/**
 * Holds the balances that stand beside the lines of a sheet against the lines. Banks list the newest line last or first: it
 * has to be right one way round.
 */
final class Balances {

    private List<Step> steps = new ArrayList<>();

    /** @param after the balance after it; null where none stands */
    private record Step(int row, Money moved, @Nullable Money after) {}

    private record Break(int row, Money expected, Money stated) {}

    void line(int row, Money moved, @Nullable Money after) {
        steps.add(new Step(row, moved, after));
    }

    /** A balance that stands by itself. */
    void stated(int row, Money balance) {
        steps.add(new Step(row, Money.ZERO, balance));
    }

    /** @param newestFirst how the days go: which way round is meant, where it breaks both ways or holds both ways */
    void check(boolean newestFirst, Flaws flaws) {
        List<Step> reversed = new ArrayList<>(steps);
        Collections.reverse(reversed);
        Break forwards = firstBreak(steps);
        Break backwards = firstBreak(reversed);
        if (forwards != null && backwards != null) {
            Break found = newestFirst ? backwards : forwards;
            flaws.at(
                    found.row(),
                    LineFlaw.BALANCE,
                    found.expected().toString(),
                    found.stated().toString());
        }
        if (backwards == null && (newestFirst || forwards != null)) {
            steps = reversed;
        }
    }

    private static @Nullable Break firstBreak(List<Step> inTime) {
        Money known = null;
        for (Step step : inTime) {
            Money expected = known == null ? null : known.plus(step.moved());
            Money stated = step.after();
            if (expected != null && stated != null && !expected.equals(stated)) {
                return new Break(step.row(), expected, stated);
            }
            known = stated == null ? expected : stated;
        }
        return null;
    }

    /** Before the first line; null where no balance stands. Asked once they were checked. */
    @Nullable
    Money opening() {
        Money moved = Money.ZERO;
        for (Step step : steps) {
            moved = moved.plus(step.moved());
            Money after = step.after();
            if (after != null) {
                return after.minus(moved);
            }
        }
        return null;
    }

    /** After the last line; null where no balance stands. */
    @Nullable
    Money closing() {
        Money opening = opening();
        return opening == null ? null : steps.stream().map(Step::moved).reduce(opening, Money::plus);
    }
}

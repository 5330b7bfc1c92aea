package org.yici.disbursement.standing.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yici.disbursement.Amount;
import org.yici.disbursement.standing.Changes;
import org.yici.disbursement.standing.Changes.Changed;
import org.yici.disbursement.standing.CorrectionReason;
import org.yici.disbursement.standing.DueLine;
import org.yici.disbursement.standing.DueList;
import org.yici.disbursement.standing.Residence;

/**
 * A due list for programs.
 *
 * @param state {@code AHEAD}, {@code OPEN}, {@code BOOKED} or {@code PAID}
 * @param mark to be named as seen when it is fixed
 * @param withoutIncome households that are in no line, since their income is not known
 * @param withoutResidence registered households that are in no line, since town or country is not said
 * @param next goes into {@code after}; null at the end
 */
record DueListJson(
        String scheme,
        String period,
        String state,
        Amount total,
        Amount regular,
        int people,
        int households,
        String mark,
        @Nullable News changes,
        List<CorrectionJson> corrections,
        List<CorrectionJson> toClaim,
        Amount carriedOver,
        List<String> withoutIncome,
        List<String> withoutResidence,
        List<Line> items,
        @Nullable String next) {

    record Line(
            String person,
            String household,
            Residence residence,
            @Nullable String care,
            Amount regular,
            Amount total) {

        static Line of(DueLine line) {
            return new Line(
                    line.person().toString(),
                    line.household().toString(),
                    line.residence(),
                    line.care(),
                    Amount.of(line.regular()),
                    Amount.of(line.total()));
        }
    }

    /** Against the list before: {@code before} and what came, went and changed come to {@code regular}. */
    record News(String last, Amount before, List<One> came, List<One> gone, List<One> others, int same) {

        static News of(Changes changes) {
            return new News(
                    changes.last(),
                    Amount.of(changes.before()),
                    changes.came().stream().map(One::of).toList(),
                    changes.gone().stream().map(One::of).toList(),
                    changes.others().stream().map(One::of).toList(),
                    changes.same());
        }
    }

    record One(
            String person,
            Amount before,
            Amount now,
            @Nullable CorrectionReason reason) {

        static One of(Changed one) {
            return new One(one.person().toString(), Amount.of(one.before()), Amount.of(one.now()), one.reason());
        }
    }

    static DueListJson of(StandingDesk.Whole whole, int limit, String after) {
        DueList list = whole.list();
        List<Line> behind = list.lines().stream()
                .filter(line -> line.person().toString().compareTo(after) > 0)
                .limit(limit + 1L)
                .map(Line::of)
                .toList();
        boolean more = behind.size() > limit;
        List<Line> shown = more ? behind.subList(0, limit) : behind;
        Changes changes = whole.changes();
        return new DueListJson(
                list.scheme().value(),
                list.period().word(),
                whole.state(),
                Amount.of(list.total()),
                Amount.of(list.regular()),
                list.people(),
                list.households(),
                list.mark(),
                changes == null ? null : News.of(changes),
                list.correctionLines().stream().map(CorrectionJson::of).toList(),
                list.toClaim().stream().map(CorrectionJson::of).toList(),
                Amount.of(list.carriedOver()),
                list.withoutIncome().stream().map(Object::toString).sorted().toList(),
                whole.known().withoutResidence().stream()
                        .map(home -> home.id().toString())
                        .sorted()
                        .toList(),
                shown,
                more ? shown.get(limit - 1).person() : null);
    }
}

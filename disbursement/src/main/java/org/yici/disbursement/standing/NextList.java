package org.yici.disbursement.standing;

import java.util.Collection;
import java.util.List;
import org.yici.disbursement.standing.WhatIsDue.Worked;

/** Works out a list that is not fixed yet: what is due for its period, and what it puts right about the lists before it. */
final class NextList {

    private NextList() {}

    static DueList of(
            Scheme scheme,
            Period period,
            Collection<EntitledPerson> people,
            Incomes incomes,
            Collection<Earlier> earlier) {
        Worked now = WhatIsDue.of(scheme, period, people, incomes);
        List<Correction> open = earlier.stream()
                .flatMap(list ->
                        Reckoning.of(list, WhatIsDue.of(scheme, list.period(), people, incomes), people).stream())
                .toList();
        Reckoning.SetOff setOff = Reckoning.setOff(now.list().parts(), open);
        return new DueList(
                scheme.code(), period, now.list().parts(), setOff.settled(), setOff.left(), now.withoutIncome());
    }
}

package org.yici.standalone.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** What the staff do on a day of the played year, in the order in which an office does it. */
final class GrantDays {

    /** One kind of step, for the grants whose turn it is that day. */
    record Round(Step step, LocalDate day, List<PlannedGrant> grants) {}

    enum Step {
        APPLY,
        REVIEW,
        POST_NOTICE,
        APPROVE,
        PAY_OUT,
        IMPORT_RESULTS,
        CONFIRM
    }

    private final List<PlannedGrant> grants;

    GrantDays(List<PlannedGrant> grants) {
        this.grants = grants;
    }

    List<Round> on(LocalDate day) {
        List<Round> rounds = new ArrayList<>();
        add(rounds, Step.APPLY, day, PlannedGrant::applied);
        add(rounds, Step.REVIEW, day, PlannedGrant::reviewed);
        add(rounds, Step.POST_NOTICE, day, PlannedGrant::posted);
        add(rounds, Step.APPROVE, day, PlannedGrant::approved);
        add(rounds, Step.PAY_OUT, day, PlannedGrant::paid);
        add(rounds, Step.IMPORT_RESULTS, day, grant -> grant.paid().plusDays(1));
        add(rounds, Step.CONFIRM, day, PlannedGrant::confirmed);
        return rounds;
    }

    private void add(List<Round> rounds, Step step, LocalDate day, Function<PlannedGrant, LocalDate> when) {
        List<PlannedGrant> due =
                grants.stream().filter(grant -> when.apply(grant).equals(day)).toList();
        if (!due.isEmpty()) {
            rounds.add(new Round(step, day, due));
        }
    }
}

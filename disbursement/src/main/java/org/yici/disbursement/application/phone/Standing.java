package org.yici.disbursement.application.phone;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yici.disbursement.Amount;
import org.yici.disbursement.application.Application;
import org.yici.disbursement.application.ApplicationState;

/**
 * How an application stands, for the household: what happened and when, and nobody's name.
 *
 * @param noticeEnds the last day of its public notice
 * @param awarded null while nothing is granted
 */
public record Standing(
        ApplicationState state,
        Instant since,
        String programme,
        Amount asked,
        @Nullable String noticeEnds,
        @Nullable Amount awarded,
        List<Line> story) {

    /** @param action its machine word */
    public record Line(String action, Instant at) {

        public String messageKey() {
            return "apply.story." + action;
        }
    }

    static Standing of(Application application) {
        Application.Award award = application.award();
        return new Standing(
                application.state(),
                application.since(),
                application.kind().word(),
                Amount.of(application.amount()),
                application.notice() == null ? null : application.lastNoticeDay(),
                award == null ? null : Amount.of(award.amount()),
                application.steps().stream()
                        .map(step -> new Line(step.action().word(), step.at()))
                        .toList());
    }
}

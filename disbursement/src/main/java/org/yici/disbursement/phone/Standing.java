package org.yici.disbursement.phone;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yici.disbursement.Amount;
import org.yici.disbursement.application.Application;
import org.yici.disbursement.application.ApplicationState;
import org.yici.disbursement.standard.Paper;

/**
 * How an application stands, for the household: what happened and when, and nobody's name.
 *
 * @param noticeEnds the last day of its public notice
 * @param awarded null while nothing is granted
 * @param papers words of those that are asked for, {@code missing} those of them that are not there
 * @param mayAdd may papers be added by phone still?
 */
public record Standing(
        ApplicationState state,
        Instant since,
        String programme,
        Amount asked,
        @Nullable LocalDate noticeEnds,
        @Nullable Amount awarded,
        List<String> papers,
        List<String> missing,
        boolean mayAdd,
        List<Line> story) {

    /** @param action its machine word */
    public record Line(String action, Instant at) {

        public String messageKey() {
            return "apply.story." + action;
        }
    }

    /** What a household can bring: visits and what neighbours said are written by others. */
    private static List<String> files(List<String> papers) {
        return papers.stream().filter(paper -> !Paper.RECORDS.contains(paper)).toList();
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
                files(application.file().asked()),
                files(application.file().missing()),
                AddPaper.isOpen(application.state()),
                application.steps().stream()
                        .map(step -> new Line(step.action().word(), step.at()))
                        .toList());
    }
}

package org.yici.disbursement.desk;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yici.disbursement.clawback.Clawback;
import org.yici.disbursement.clawback.ClawbackAction;
import org.yici.disbursement.clawback.ClawbackPolicy;
import org.yici.disbursement.followup.RecordVisit;
import org.yici.disbursement.followup.SchoolResult;
import org.yici.disbursement.followup.Visit;
import org.yici.disbursement.followup.VisitOutcome;
import org.yici.ledger.Money;
import org.yici.platform.outcome.Refusal;
import org.yici.platform.staff.Role;
import org.yici.platform.staff.StaffMember;

/**
 * What the page of a case shows of the time after the money arrived.
 *
 * @param award null before there was one
 * @param isWithHousehold has the money arrived, and not come back?
 * @param stillPaid what was paid and has not come back
 * @param due when somebody goes next; null when no visit is planned
 */
record FollowUpView(
        @Nullable UUID award,
        String kind,
        boolean isWithHousehold,
        Money stillPaid,
        List<Visit> visits,
        @Nullable LocalDate due,
        LocalDate today,
        List<Clawback> clawbacks,
        Map<String, String> names,
        StaffMember reader) {

    /** A step of the open demand, and why the reader may not take it. */
    record Step(ClawbackAction action, @Nullable Refusal obstacle) {

        public boolean isAllowed() {
            return obstacle == null;
        }
    }

    public boolean isShown() {
        return isWithHousehold || !visits.isEmpty() || !clawbacks.isEmpty();
    }

    /** Notes of visits were promised to stay with those who handle cases. */
    public boolean handles() {
        return Reader.mayReadNames(reader);
    }

    public long late() {
        return due == null ? 0 : Math.max(0, ChronoUnit.DAYS.between(due, today));
    }

    public boolean mayVisit() {
        return isWithHousehold && RecordVisit.mayVisit(reader);
    }

    public VisitOutcome[] outcomes() {
        return VisitOutcome.values();
    }

    public SchoolResult[] schools() {
        return SchoolResult.values();
    }

    public Clawback.Ground[] grounds() {
        return Clawback.Ground.values();
    }

    /** The demand that is under way. */
    public @Nullable Clawback demand() {
        return clawbacks.stream()
                .filter(clawback -> !clawback.state().isOver())
                .findAny()
                .orElse(null);
    }

    public boolean mayNotice() {
        return isWithHousehold && demand() == null && reader.has(Role.REVIEWER);
    }

    /** Did a visit find misuse about which nobody has done anything? */
    public boolean asksForNotice() {
        return clawbacks.isEmpty()
                && visits.stream()
                        .map(Visit::results)
                        .anyMatch(results -> results != null && results.outcome() == VisitOutcome.MISUSED);
    }

    /** What comes next for the demand that is under way; a payment in part stands for both kinds of payment. */
    public List<Step> steps() {
        return Optional.ofNullable(demand()).stream()
                .flatMap(demand -> demand.state().open().stream()
                        .filter(action -> action != ClawbackAction.RECEIVE_REST)
                        .sorted()
                        .map(action -> new Step(
                                action,
                                new ClawbackPolicy.Attempt(demand, action, reader, today)
                                        .obstacle()
                                        .orElse(null))))
                .toList();
    }

    public boolean may(String action) {
        return steps().stream().anyMatch(step -> step.action().word().equals(action) && step.isAllowed());
    }

    public String name(String username) {
        return names.getOrDefault(username, username);
    }
}

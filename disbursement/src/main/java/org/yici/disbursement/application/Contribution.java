package org.yici.disbursement.application;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.yici.disbursement.conflict.RelationReason;
import org.yici.platform.outcome.Outcome;
import org.yici.platform.staff.StaffMember;
import org.yici.platform.staff.StaffReason;

/**
 * Somebody of the staff adds to a case's file: a paper, a visit, a community review. That is intake's work or the reviewer's,
 * by the role under which it is done, and counts as a part in the grant like a step: who did it takes no other part.
 */
public final class Contribution {

    private static final List<Duty> PARTS = List.of(Duty.INTAKE, Duty.REVIEW);

    private static final Set<ApplicationState> BEFORE_THE_DECISION = Set.of(
            ApplicationState.SUBMITTED,
            ApplicationState.RETURNED,
            ApplicationState.REVIEWED,
            ApplicationState.ON_NOTICE,
            ApplicationState.OBJECTED,
            ApplicationState.NOTICE_ENDED);

    private static final Set<ApplicationState> BEFORE_THE_REVIEW =
            Set.of(ApplicationState.SUBMITTED, ApplicationState.RETURNED);

    private Contribution() {}

    /** The part in which the person may add a file, or void one: refused {@code role}, {@code related}, {@code same-person} or {@code step-not-open}. */
    public static Outcome<Duty> ofFile(Application application, StaffMember actor) {
        return part(application, actor, BEFORE_THE_DECISION::contains);
    }

    /**
     * The same for a record. One belongs before the review; later it may only be brought after where the standard of the day has
     * begun to ask for it, so that no case is stuck.
     *
     * @param paper {@code home-visit} or {@code community-review}
     */
    public static Outcome<Duty> ofRecord(Application application, StaffMember actor, String paper) {
        boolean missing = application.file().missing().contains(paper);
        return part(
                application,
                actor,
                state -> BEFORE_THE_REVIEW.contains(state) || missing && BEFORE_THE_DECISION.contains(state));
    }

    private static Outcome<Duty> part(Application application, StaffMember actor, Predicate<ApplicationState> isOpen) {
        if (PARTS.stream().noneMatch(duty -> duty.isOf(actor))) {
            return Outcome.refused(StaffReason.ROLE);
        }
        if (application.file().related().contains(actor.username())) {
            return Outcome.refused(RelationReason.RELATED);
        }
        Stream<Duty> free =
                PARTS.stream().filter(duty -> duty.isOf(actor) && !application.hasOtherPart(actor.username(), duty));
        return free.findFirst()
                .map(duty -> isOpen.test(application.state())
                        ? Outcome.done(duty)
                        : Outcome.<Duty>refused(GrantReason.STEP_NOT_OPEN, application.state()))
                .orElseGet(() -> Outcome.refused(StaffReason.SAME_PERSON));
    }
}

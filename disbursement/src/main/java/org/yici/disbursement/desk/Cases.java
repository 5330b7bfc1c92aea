package org.yici.disbursement.desk;

import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.yici.disbursement.Columns;
import org.yici.disbursement.application.Application;
import org.yici.disbursement.application.ApplicationId;
import org.yici.disbursement.application.Applications;
import org.yici.disbursement.application.NextSteps;
import org.yici.disbursement.application.Step;
import org.yici.disbursement.household.Household;
import org.yici.disbursement.household.Households;
import org.yici.disbursement.notice.Objections;
import org.yici.platform.clock.ProgramClock;
import org.yici.platform.outcome.Refusal;
import org.yici.platform.staff.StaffMember;
import org.yici.platform.staff.StaffNames;
import org.yici.platform.web.RefusedException;
import org.yici.platform.web.WebReason;
import reactor.core.publisher.Mono;

/** Puts a case together for its page. */
@Component
final class Cases {

    private final Applications applications;
    private final Households households;
    private final Objections objections;
    private final NextSteps nextSteps;
    private final PapersOfCase papers;
    private final StaffNames staffNames;
    private final CaseCrossChecks crossChecks;
    private final CaseDecisions decisions;
    private final FollowUpViews followUps;
    private final CaseCard.Reading cards;
    private final ProgramClock clock;

    Cases(
            Applications applications,
            Households households,
            Objections objections,
            NextSteps nextSteps,
            PapersOfCase papers,
            StaffNames staffNames,
            CaseCrossChecks crossChecks,
            CaseDecisions decisions,
            FollowUpViews followUps,
            CaseCard.Reading cards,
            ProgramClock clock) {
        this.applications = applications;
        this.households = households;
        this.objections = objections;
        this.nextSteps = nextSteps;
        this.papers = papers;
        this.staffNames = staffNames;
        this.crossChecks = crossChecks;
        this.decisions = decisions;
        this.followUps = followUps;
        this.cards = cards;
        this.clock = clock;
    }

    /** @throws RefusedException {@code not-found}, in the Mono */
    Mono<CaseView> of(String id, StaffMember reader) {
        return Mono.justOrEmpty(Columns.parseId(id))
                .flatMap(known -> applications.find(new ApplicationId(known)))
                .map(stored -> stored.at(clock.instant()))
                .flatMap(application -> view(application, reader))
                .switchIfEmpty(Mono.error(() -> new RefusedException(Refusal.because(WebReason.NOT_FOUND))));
    }

    private Mono<CaseView> view(Application application, StaffMember reader) {
        List<String> actors = application.steps().stream()
                .map(Step::actor)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        return Mono.zip(
                        households.find(application.household()),
                        nextSteps.terms(application),
                        nextSteps.of(application, reader),
                        objections.of(application.id()),
                        staffNames.of(actors),
                        papers.of(application, reader),
                        crossChecks.of(application, reader),
                        Mono.zip(
                                followUps.of(application, reader),
                                decisions.of(application, reader),
                                cards.of(application, reader)))
                .map(found -> {
                    Household household = found.getT1();
                    return new CaseView(
                            application,
                            household,
                            household.member(application.member()).orElseThrow(),
                            found.getT2(),
                            found.getT3(),
                            found.getT4(),
                            found.getT5(),
                            found.getT8().getT2(),
                            found.getT6(),
                            found.getT7(),
                            found.getT8().getT3(),
                            found.getT8().getT1(),
                            reader);
                });
    }
}

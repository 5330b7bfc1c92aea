package org.yici.disbursement.desk;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.yici.disbursement.application.Application;
import org.yici.disbursement.award.AwardId;
import org.yici.disbursement.award.AwardState;
import org.yici.disbursement.award.GivenBack;
import org.yici.disbursement.clawback.Clawback;
import org.yici.disbursement.clawback.Clawbacks;
import org.yici.disbursement.followup.DueVisits;
import org.yici.disbursement.followup.FollowUps;
import org.yici.disbursement.followup.Visit;
import org.yici.ledger.Money;
import org.yici.platform.clock.ProgramClock;
import org.yici.platform.staff.StaffMember;
import org.yici.platform.staff.StaffNames;
import reactor.core.publisher.Mono;

/** Puts together what happened to a grant after it arrived. */
@Component
final class FollowUpViews {

    private final FollowUps followUps;
    private final DueVisits dueVisits;
    private final Clawbacks clawbacks;
    private final GivenBack givenBack;
    private final StaffNames staffNames;
    private final ProgramClock clock;

    FollowUpViews(
            FollowUps followUps,
            DueVisits dueVisits,
            Clawbacks clawbacks,
            GivenBack givenBack,
            StaffNames staffNames,
            ProgramClock clock) {
        this.followUps = followUps;
        this.dueVisits = dueVisits;
        this.clawbacks = clawbacks;
        this.givenBack = givenBack;
        this.staffNames = staffNames;
        this.clock = clock;
    }

    Mono<FollowUpView> of(Application application, StaffMember reader) {
        Application.Award award = application.award();
        return award == null
                ? Mono.just(new FollowUpView(
                        null,
                        application.kind().word(),
                        false,
                        Money.ZERO,
                        List.of(),
                        null,
                        clock.today(),
                        List.of(),
                        Map.of(),
                        reader))
                : of(application, award, reader);
    }

    private Mono<FollowUpView> of(Application application, Application.Award award, StaffMember reader) {
        AwardId id = new AwardId(award.id());
        return Mono.zip(
                        followUps.of(id).collectList(),
                        dueVisits.of(id).map(Optional::of).defaultIfEmpty(Optional.empty()),
                        clawbacks.of(id).collectList(),
                        givenBack.of(id))
                .flatMap(found -> staffNames
                        .of(people(found.getT1(), found.getT3()))
                        .map(names -> new FollowUpView(
                                award.id(),
                                application.kind().word(),
                                AwardState.PAID.name().equals(award.state()),
                                award.amount().minus(found.getT4()),
                                found.getT1(),
                                found.getT2().orElse(null),
                                clock.today(),
                                found.getT3(),
                                names,
                                reader)));
    }

    private static List<String> people(List<Visit> visits, List<Clawback> clawbacks) {
        return Stream.concat(
                        visits.stream().map(Visit::by), clawbacks.stream().flatMap(clawback -> clawback.steps().stream()
                                .map(Clawback.Step::actor)))
                .distinct()
                .toList();
    }
}

package org.yici.disbursement.desk;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yici.disbursement.application.Application;
import org.yici.disbursement.application.ApplicationState;
import org.yici.disbursement.application.Applications;
import org.yici.disbursement.application.Attempt;
import org.yici.disbursement.application.Policy;
import org.yici.disbursement.application.Transitions;
import org.yici.disbursement.household.Household;
import org.yici.disbursement.household.Households;
import org.yici.platform.clock.ProgramClock;
import org.yici.platform.staff.StaffMember;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The cases that a list holds for one person, longest waiting first. */
@Component
final class WorkList {

    /** As many as one reads through in a morning; what waits longest is on it. */
    private static final int LINES = 200;

    private final Applications applications;
    private final Households households;
    private final ProgramClock clock;

    WorkList(Applications applications, Households households, ProgramClock clock) {
        this.applications = applications;
        this.households = households;
        this.clock = clock;
    }

    /** One case on the list; {@code late} in whole days, 0 where it is in time. */
    record Line(
            String id,
            String household,
            String name,
            String kind,
            String township,
            ApplicationState state,
            @Nullable LocalDate due,
            long late,
            long amount) {

        boolean matches(String words) {
            return household.contains(words) || name.contains(words) || township.contains(words);
        }
    }

    Mono<List<Line>> of(StaffMember member, Waiting.Lists list, String words) {
        return Flux.defer(() -> applications.in(Waiting.states(list, member), LINES))
                .flatMapSequential(header -> applications.find(header.id()), 4)
                .map(stored -> stored.at(clock.instant()))
                .filter(application -> !application.isGivenBack())
                .filter(application -> list != Waiting.Lists.MINE || isFor(application, member))
                .filter(application -> list != Waiting.Lists.OTHERS || !isFor(application, member))
                .flatMapSequential(application -> line(application, member), 4)
                .filter(line -> list != Waiting.Lists.LATE || line.late() > 0)
                .filter(line -> words.isBlank() || line.matches(words.strip()))
                .collectList();
    }

    Mono<Integer> count(StaffMember member, Waiting.Lists list) {
        return of(member, list, "").map(List::size);
    }

    /** A step begins here that is this person's to take: the role fits, and they had no other part. */
    private boolean isFor(Application application, StaffMember member) {
        return Waiting.workOf(member).contains(application.state())
                && Transitions.open(application.state()).stream()
                        .map(action -> Attempt.of(application, action, member, clock.instant()))
                        .anyMatch(attempt -> Policy.RIGHT_ROLE.against(attempt).isEmpty()
                                && Policy.DIFFERENT_PEOPLE.against(attempt).isEmpty());
    }

    private Mono<Line> line(Application application, StaffMember reader) {
        return households.find(application.household()).map(household -> line(application, household, reader));
    }

    private Line line(Application application, Household household, StaffMember reader) {
        Household.Member member = household.member(application.member()).orElseThrow();
        LocalDate due = Waiting.due(application);
        return new Line(
                application.id().toString(),
                household.code(),
                Reader.mayReadNames(reader) ? member.name() : member.maskedName(),
                application.kind().word(),
                household.township(),
                application.state(),
                due,
                due == null ? 0 : Math.max(0, ChronoUnit.DAYS.between(due, clock.today())),
                application.amount().fen());
    }
}

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
import org.yici.disbursement.notice.ObjectionDays;
import org.yici.platform.clock.ProgramClock;
import org.yici.platform.staff.StaffMember;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The cases that a list holds for one person, longest waiting first. */
@Component
final class WorkList {

    /** As many as one reads through in a morning; what waits longest is on it. */
    private static final int LINES = 200;

    private static final List<Policy> THEIRS =
            List.of(Policy.RIGHT_ROLE, Policy.UNRELATED, Policy.DIFFERENT_PEOPLE, Policy.OTHER_PEOPLE_ON_APPEAL);

    private final Applications applications;
    private final Households households;
    private final PayFirstCaps payFirst;
    private final ObjectionDays objectionDays;
    private final ProgramClock clock;

    WorkList(
            Applications applications,
            Households households,
            PayFirstCaps payFirst,
            ObjectionDays objectionDays,
            ProgramClock clock) {
        this.applications = applications;
        this.households = households;
        this.payFirst = payFirst;
        this.objectionDays = objectionDays;
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
        return payFirst.today().flatMap(caps -> of(member, list, words, caps));
    }

    private Mono<List<Line>> of(StaffMember member, Waiting.Lists list, String words, PayFirstCaps.Caps caps) {
        return Flux.defer(() -> applications.in(Waiting.states(list, member), LINES))
                .flatMapSequential(header -> applications.find(header.id()), 4)
                .map(stored -> stored.at(clock.instant()))
                .filter(application -> !application.isGivenBack())
                .filter(application -> list != Waiting.Lists.MINE || isFor(application, member, caps))
                .filter(application -> list != Waiting.Lists.OTHERS || !isFor(application, member, caps))
                .flatMapSequential(application -> line(application, member), 4)
                .filter(line -> list != Waiting.Lists.LATE || line.late() > 0)
                .filter(line -> words.isBlank() || line.matches(words.strip()))
                .collectList();
    }

    Mono<Integer> count(StaffMember member, Waiting.Lists list) {
        return of(member, list, "").map(List::size);
    }

    /** A step begins here that is this person's to take: the role fits, they are not related, and had no other part. */
    private boolean isFor(Application application, StaffMember member, PayFirstCaps.Caps caps) {
        return Waiting.workOf(member).contains(application.state())
                && Transitions.open(application.state()).stream()
                        .map(action -> Attempt.of(application, action, member, clock.instant()))
                        .anyMatch(attempt -> THEIRS.stream().allMatch(policy -> policy.against(attempt)
                                        .isEmpty())
                                && (Policy.STEP_OPEN.against(attempt).isEmpty() || caps.allow(attempt)));
    }

    private Mono<Line> line(Application application, StaffMember reader) {
        return households.find(application.household()).map(household -> line(application, household, reader));
    }

    private @Nullable LocalDate due(Application application) {
        return application.state() == ApplicationState.OBJECTED
                ? objectionDays.due(application.since())
                : Waiting.due(application);
    }

    private Line line(Application application, Household household, StaffMember reader) {
        Household.Member member = household.member(application.member()).orElseThrow();
        LocalDate due = due(application);
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

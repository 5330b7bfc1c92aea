package org.yici.disbursement.desk;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
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
import org.yici.ledger.Money;
import org.yici.platform.clock.ProgramClock;
import org.yici.platform.staff.StaffMember;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The cases that a list holds for one person, longest waiting first. */
@Component
final class WorkList {

    /** More than a county has under way at once; what waits longest is on it. */
    private static final int UNDER_WAY = 1_000;

    /** As many as one reads through in a morning. */
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

    /** Every list of what is under way, of one look at the cases. */
    record Desk(List<Line> underWay, Set<String> mine) {

        List<Line> list(Waiting.Lists list) {
            return underWay.stream().filter(line -> belongs(line, list)).toList();
        }

        private boolean belongs(Line line, Waiting.Lists list) {
            return switch (list) {
                case MINE -> mine.contains(line.id());
                case OTHERS -> !mine.contains(line.id());
                case NOTICE -> Waiting.ON_NOTICE_NOW.contains(line.state());
                case LATE -> line.late() > 0;
                case DONE -> false;
            };
        }
    }

    Mono<Desk> desk(StaffMember member) {
        return Mono.defer(() -> cases(Waiting.UNDER_WAY, UNDER_WAY)
                .flatMap(cases -> Mono.zip(lines(cases, member), mine(cases, member), Desk::new)));
    }

    /** What matches these words, anything where they are blank. */
    Mono<List<Line>> of(StaffMember member, Waiting.Lists list, String words) {
        return list == Waiting.Lists.DONE
                ? cases(Waiting.OVER, LINES)
                        .flatMap(cases -> lines(cases, member))
                        .map(lines -> matching(lines, words))
                : desk(member).map(desk -> matching(desk.list(list), words));
    }

    static List<Line> matching(List<Line> lines, String words) {
        return words.isBlank()
                ? lines
                : lines.stream().filter(line -> line.matches(words.strip())).toList();
    }

    /** Longest waiting first, as the clock has them; without their histories. */
    private Mono<List<Application>> cases(List<ApplicationState> states, int limit) {
        return applications
                .in(states, limit)
                .map(stored -> stored.at(clock.instant()))
                .filter(application -> !application.isGivenBack())
                .collectList();
    }

    private Mono<List<Line>> lines(List<Application> cases, StaffMember reader) {
        return households
                .all(cases.stream().map(Application::household).distinct().toList())
                .collectMap(Household::id)
                .map(known -> cases.stream()
                        .map(application ->
                                line(application, Objects.requireNonNull(known.get(application.household())), reader))
                        .toList());
    }

    /** Only these are looked into: who had which part, and who is related. */
    private Mono<Set<String>> mine(List<Application> cases, StaffMember member) {
        Set<ApplicationState> work = Waiting.workOf(member);
        return payFirst.today().flatMap(caps -> Flux.fromStream(cases.stream()
                        .filter(application -> work.contains(application.state()))
                        .limit(LINES))
                .flatMapSequential(header -> applications.find(header.id()), 4)
                .map(stored -> stored.at(clock.instant()))
                .filter(application -> isFor(application, member, caps))
                .map(application -> application.id().toString())
                .collect(Collectors.toSet()));
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
                granted(application).fen());
    }

    /** What was granted, once it is; until then what is asked for. */
    private static Money granted(Application application) {
        Application.Award award = application.award();
        return award == null ? application.amount() : award.amount();
    }
}

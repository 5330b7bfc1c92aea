package org.yici.disbursement.desk;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.springframework.stereotype.Component;
import org.yici.disbursement.application.ApplicationId;
import org.yici.disbursement.application.Applications;
import org.yici.disbursement.award.PaidFirst;
import org.yici.disbursement.household.Household;
import org.yici.disbursement.household.Households;
import org.yici.disbursement.notice.ObjectionDays;
import org.yici.platform.clock.ProgramClock;
import org.yici.platform.staff.Role;
import org.yici.platform.staff.StaffMember;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Grants that were paid first and still wait: for their notice, or for somebody to look into an objection. */
@Component
final class PaidFirstList {

    private static final int LINES = 100;

    private final PaidFirst paidFirst;
    private final Applications applications;
    private final Households households;
    private final ObjectionDays days;
    private final ProgramClock clock;

    PaidFirstList(
            PaidFirst paidFirst,
            Applications applications,
            Households households,
            ObjectionDays days,
            ProgramClock clock) {
        this.paidFirst = paidFirst;
        this.applications = applications;
        this.households = households;
        this.days = days;
        this.clock = clock;
    }

    /** @param late in whole days, 0 where it is in time */
    record Line(String id, String household, String name, String messageKey, LocalDate due, long late) {}

    /** For those whose work it is; nothing for anybody else. */
    Mono<List<Line>> of(StaffMember member) {
        if (!member.has(Role.REVIEWER) && !member.has(Role.APPROVER)) {
            return Mono.just(List.of());
        }
        Flux<Line> objected = paidFirst
                .objected(LINES)
                .concatMap(open -> line(open.application(), "desk.paid-first.objected", days.due(open.at())));
        Flux<Line> unposted = member.has(Role.REVIEWER)
                ? paidFirst
                        .owed(LINES)
                        .concatMap(owed -> line(owed.application(), "desk.paid-first.notice", owed.due()))
                : Flux.empty();
        return objected.concatWith(unposted).collectList();
    }

    private Mono<Line> line(ApplicationId id, String messageKey, LocalDate due) {
        return applications
                .find(id)
                .flatMap(application -> households.find(application.household()).map(household -> {
                    Household.Member person =
                            household.member(application.member()).orElseThrow();
                    return new Line(
                            id.toString(),
                            household.code(),
                            person.name(),
                            messageKey,
                            due,
                            Math.max(0, ChronoUnit.DAYS.between(due, clock.today())));
                }));
    }
}

package org.yici.disbursement.desk;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.yici.disbursement.application.Application;
import org.yici.disbursement.application.Applications;
import org.yici.disbursement.award.Award;
import org.yici.disbursement.award.Awards;
import org.yici.disbursement.clawback.Clawback;
import org.yici.disbursement.clawback.Clawbacks;
import org.yici.disbursement.followup.DueVisits;
import org.yici.disbursement.household.Household;
import org.yici.disbursement.household.HouseholdId;
import org.yici.disbursement.household.Households;
import org.yici.platform.staff.StaffMember;
import reactor.core.publisher.Mono;

/** Lines of the lists after the payment, with names as the reader may read them. */
@Component
final class FollowUpLines {

    private static final int CLAWBACKS = 200;

    private final Applications applications;
    private final Households households;
    private final Awards awards;
    private final Clawbacks clawbacks;

    FollowUpLines(Applications applications, Households households, Awards awards, Clawbacks clawbacks) {
        this.applications = applications;
        this.households = households;
        this.awards = awards;
        this.clawbacks = clawbacks;
    }

    /** @param late whole days, 0 where it is in time */
    record DueLine(
            UUID application,
            String grant,
            String name,
            String household,
            String place,
            String kind,
            LocalDate day,
            long late) {}

    record ClawbackLine(UUID application, String grant, String name, String kind, Clawback clawback) {}

    Mono<List<DueLine>> of(List<DueVisits.Due> due, StaffMember reader, LocalDate today) {
        List<HouseholdId> homes =
                due.stream().map(DueVisits.Due::household).distinct().toList();
        return Mono.zip(
                        households.all(homes).collect(Collectors.toMap(Household::id, Function.identity())),
                        applications
                                .all(due.stream()
                                        .map(DueVisits.Due::application)
                                        .toList())
                                .collect(Collectors.toMap(
                                        application -> application.id().value(), Function.identity())))
                .map(found -> due.stream()
                        .map(visit -> line(visit, found.getT1(), found.getT2(), reader, today))
                        .toList());
    }

    private static DueLine line(
            DueVisits.Due due,
            Map<HouseholdId, Household> homes,
            Map<UUID, Application> cases,
            StaffMember reader,
            LocalDate today) {
        Household home = Objects.requireNonNull(homes.get(due.household()));
        Application application = Objects.requireNonNull(cases.get(due.application()));
        return new DueLine(
                due.application(),
                due.grant(),
                name(home, application, reader),
                home.code(),
                home.township() + Objects.requireNonNullElse(home.village(), ""),
                due.kind(),
                due.day(),
                due.late(today));
    }

    /** Those under way, the longest first. */
    Mono<List<ClawbackLine>> clawbacks(StaffMember reader) {
        return clawbacks
                .open(CLAWBACKS)
                .concatMap(clawback -> awards.find(clawback.award()).flatMap(award -> line(clawback, award, reader)))
                .collectList();
    }

    private Mono<ClawbackLine> line(Clawback clawback, Award award, StaffMember reader) {
        return Mono.zip(applications.find(award.application()), households.find(award.household()))
                .map(found -> new ClawbackLine(
                        award.application().value(),
                        award.grant().value(),
                        name(found.getT2(), found.getT1(), reader),
                        award.kind().word(),
                        clawback));
    }

    private static String name(Household home, Application application, StaffMember reader) {
        Household.Member member = home.member(application.member()).orElseThrow();
        return Reader.mayReadNames(reader) ? member.name() : member.maskedName();
    }
}

package org.yici.disbursement.crosscheck.report;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.yici.disbursement.Chain;
import org.yici.disbursement.Once;
import org.yici.disbursement.application.Application;
import org.yici.disbursement.application.Casework;
import org.yici.disbursement.conflict.Unrelated;
import org.yici.disbursement.crosscheck.CrossCheckReason;
import org.yici.platform.clock.ProgramClock;
import org.yici.platform.outcome.Outcome;
import org.yici.platform.staff.AuditTrail;
import org.yici.platform.staff.Role;
import org.yici.platform.staff.StaffMember;
import org.yici.platform.staff.StaffReason;
import org.yici.platform.web.IdempotencyKey;
import reactor.core.publisher.Mono;

/** Compares the household of an application with every extract that is valid today, and keeps what came of it. */
@Component
public final class CheckApplication {

    private final Once once;
    private final Casework casework;
    private final Unrelated unrelated;
    private final WhatIsAsked whatIsAsked;
    private final Matches matches;
    private final Reports reports;
    private final AuditTrail audit;
    private final ProgramClock clock;

    CheckApplication(
            Once once,
            Casework casework,
            Unrelated unrelated,
            WhatIsAsked whatIsAsked,
            Matches matches,
            Reports reports,
            AuditTrail audit,
            ProgramClock clock) {
        this.once = once;
        this.casework = casework;
        this.unrelated = unrelated;
        this.whatIsAsked = whatIsAsked;
        this.matches = matches;
        this.reports = reports;
        this.audit = audit;
        this.clock = clock;
    }

    private record Asked(String application) {}

    /** The report that was made. */
    public record Made(String id, String application, int number, int findings) {}

    public static boolean mayCheck(StaffMember actor) {
        return actor.has(Role.REVIEWER);
    }

    /** @return refused {@code role}, {@code not-found}, {@code related}, {@code case-over} or {@code cross-check-no-consent} */
    public Mono<Outcome<Made>> check(StaffMember actor, IdempotencyKey key, String id) {
        if (!mayCheck(actor)) {
            return Mono.just(Outcome.refused(StaffReason.ROLE));
        }
        return once.run(
                actor,
                key,
                "crosscheck/" + id,
                new Asked(id),
                Made.class,
                () -> Chain.then(
                        casework.open(id),
                        application ->
                                unrelated.only(actor, application.household(), () -> agreed(actor, application))));
    }

    private Mono<Outcome<Made>> agreed(StaffMember actor, Application application) {
        if (application.isOver()) {
            return Mono.just(Outcome.refused(CrossCheckReason.CASE_OVER));
        }
        return matches.mayCheck(application.household().value())
                .flatMap(may ->
                        may ? make(actor, application) : Mono.just(Outcome.refused(CrossCheckReason.NO_CONSENT)));
    }

    private Mono<Outcome<Made>> make(StaffMember actor, Application application) {
        return whatIsAsked
                .on(clock.today())
                .flatMap(today -> matches.people(application.household().value())
                        .flatMap(people -> matches.of(people, today.basis().extractIds())
                                .map(hits -> content(application, people, today, hits))))
                .flatMap(content ->
                        reports.next(application.id()).map(number -> report(actor, application, number, content)))
                .flatMap(reports::add)
                .flatMap(report -> audit.record(
                                actor,
                                "crosscheck-made",
                                application.id().toString(),
                                Map.of(
                                        "report",
                                        report.id().toString(),
                                        "extracts",
                                        report.content().basis().extracts().size(),
                                        "findings",
                                        report.content().findings().size()))
                        .thenReturn(Outcome.done(new Made(
                                report.id().toString(),
                                application.id().toString(),
                                report.number(),
                                report.content().findings().size()))));
    }

    private static Report.Content content(
            Application application, List<UUID> people, WhatIsAsked.Today today, List<Hit> hits) {
        return Report.Content.of(
                application.id(), people, today.basis(), today.checking().findings(hits));
    }

    private Report report(StaffMember actor, Application application, int number, Report.Content content) {
        return Report.of(application.id(), number, actor.username(), clock.instant(), content, null);
    }
}

package org.yici.disbursement.crosscheck.report;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.yici.disbursement.Columns;
import org.yici.disbursement.crosscheck.CrossCheckReason;
import org.yici.disbursement.crosscheck.extract.Extract;
import org.yici.disbursement.crosscheck.extract.Extracts;
import org.yici.platform.outcome.Outcome;
import org.yici.platform.staff.AuditTrail;
import org.yici.platform.staff.Role;
import org.yici.platform.staff.StaffMember;
import org.yici.platform.staff.StaffReason;
import org.yici.platform.web.WebReason;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Makes a report again from its own extracts, people and versions of rules, and says whether the same comes out. */
@Component
public final class ReplayReport {

    private final Reports reports;
    private final Extracts extracts;
    private final Matches matches;
    private final WhatIsAsked whatIsAsked;
    private final AuditTrail audit;

    ReplayReport(Reports reports, Extracts extracts, Matches matches, WhatIsAsked whatIsAsked, AuditTrail audit) {
        this.reports = reports;
        this.extracts = extracts;
        this.matches = matches;
        this.whatIsAsked = whatIsAsked;
        this.audit = audit;
    }

    public record Replayed(String report, boolean same, int then, int now) {}

    /** @return refused {@code role}, {@code not-found}, or {@code extract-erased} where it cannot be made again */
    public Mono<Outcome<Replayed>> replay(StaffMember actor, String id) {
        if (!actor.has(Role.REVIEWER) && !actor.has(Role.AUDITOR)) {
            return Mono.just(Outcome.refused(StaffReason.ROLE));
        }
        return Mono.justOrEmpty(Columns.parseId(id))
                .flatMap(reports::find)
                .flatMap(report -> erased(report)
                        .flatMap(erased -> erased.isEmpty()
                                ? replay(actor, report)
                                : Mono.just(Outcome.<Replayed>refused(
                                        CrossCheckReason.EXTRACT_ERASED,
                                        erased.get(0).toString()))))
                .defaultIfEmpty(Outcome.refused(WebReason.NOT_FOUND));
    }

    private Mono<List<Long>> erased(Report report) {
        return Flux.fromIterable(report.content().basis().extractIds())
                .concatMap(extracts::find)
                .filter(extract -> extract.state() == Extract.State.ERASED)
                .map(extract -> extract.id().number())
                .collectList();
    }

    private Mono<Outcome<Replayed>> replay(StaffMember actor, Report report) {
        Report.Content content = report.content();
        return whatIsAsked
                .again(content.basis())
                .flatMap(checking -> matches.of(
                                content.members(), content.basis().extractIds())
                        .map(checking::findings))
                .flatMap(now -> audit.record(
                                actor, "crosscheck-replayed", report.id().toString(), Map.of("findings", now.size()))
                        .thenReturn(Outcome.done(new Replayed(
                                report.id().toString(),
                                same(content.findings(), now),
                                content.findings().size(),
                                now.size()))));
    }

    private static boolean same(List<Finding> then, List<Finding> now) {
        boolean same = then.size() == now.size();
        for (int i = 0; same && i < then.size(); i++) {
            same = then.get(i).saysTheSameAs(now.get(i));
        }
        return same;
    }
}

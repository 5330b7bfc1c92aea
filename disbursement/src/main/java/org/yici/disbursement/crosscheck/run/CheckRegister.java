package org.yici.disbursement.crosscheck.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yici.disbursement.Once;
import org.yici.disbursement.Typed;
import org.yici.disbursement.crosscheck.CrossCheckReason;
import org.yici.disbursement.crosscheck.report.CheckApplication;
import org.yici.disbursement.crosscheck.report.Checking;
import org.yici.disbursement.crosscheck.report.Finding;
import org.yici.disbursement.crosscheck.report.Hit;
import org.yici.disbursement.crosscheck.report.Matches;
import org.yici.disbursement.crosscheck.report.WhatIsAsked;
import org.yici.disbursement.household.Category;
import org.yici.platform.clock.ProgramClock;
import org.yici.platform.outcome.InvalidInput;
import org.yici.platform.outcome.Outcome;
import org.yici.platform.staff.AuditTrail;
import org.yici.platform.staff.StaffMember;
import org.yici.platform.staff.StaffReason;
import org.yici.platform.web.IdempotencyKey;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/**
 * Compares everybody on the register, or in a category, with every extract that is valid today. Matched in the database, by
 * blind index and all at once; only rows that fit are opened.
 */
@Component
public final class CheckRegister {

    private static final int LINES_AT_ONCE = 500;

    private final Once once;
    private final WhatIsAsked whatIsAsked;
    private final Matches matches;
    private final Runs runs;
    private final ReachCases reachCases;
    private final AuditTrail audit;
    private final ProgramClock clock;
    private final Scheduler sheetScheduler;

    CheckRegister(
            Once once,
            WhatIsAsked whatIsAsked,
            Matches matches,
            Runs runs,
            ReachCases reachCases,
            AuditTrail audit,
            ProgramClock clock,
            Scheduler sheetScheduler) {
        this.once = once;
        this.whatIsAsked = whatIsAsked;
        this.matches = matches;
        this.runs = runs;
        this.reachCases = reachCases;
        this.audit = audit;
        this.clock = clock;
        this.sheetScheduler = sheetScheduler;
    }

    /** @param category its word; null or empty for the whole register */
    public record Scope(@Nullable String category) {}

    public record Made(long number, int households, int people, int found) {}

    /**
     * @return refused {@code role} or {@code no-extract}
     * @throws InvalidInput for a category that there is not
     */
    public Mono<Outcome<Made>> run(StaffMember actor, IdempotencyKey key, Scope scope) {
        if (!CheckApplication.mayCheck(actor)) {
            return Mono.just(Outcome.refused(StaffReason.ROLE));
        }
        Optional<String> typed = Optional.ofNullable(Typed.orNull(scope.category()));
        Optional<Category> category = typed.flatMap(Category::of);
        if (typed.isPresent() && category.isEmpty()) {
            throw InvalidInput.of("category", "input.household.category");
        }
        String word = category.map(Enum::name).orElse(null);
        return once.run(actor, key, "crosscheck-run", scope, Made.class, () -> whatIsAsked
                .on(clock.today())
                .flatMap(today -> today.basis().extracts().isEmpty()
                        ? Mono.just(Outcome.<Made>refused(CrossCheckReason.NO_EXTRACT))
                        : run(actor, word, today)));
    }

    private Mono<Outcome<Made>> run(StaffMember actor, @Nullable String category, WhatIsAsked.Today today) {
        return matches.asked(category, clock.today())
                .flatMap(asked -> matches.ofRegister(today.basis().extractIds(), category, clock.today())
                        .publishOn(sheetScheduler)
                        .map(hits -> lines(today.checking(), hits))
                        .flatMap(lines -> keep(
                                actor,
                                new Run(
                                        0,
                                        category,
                                        clock.today(),
                                        actor.username(),
                                        clock.instant(),
                                        asked.households(),
                                        asked.people(),
                                        lines.size(),
                                        today.basis()),
                                lines)));
    }

    private static List<RunLine> lines(Checking checking, List<Hit> hits) {
        List<RunLine> lines = new ArrayList<>();
        Checking.byHousehold(hits).forEach(household -> {
            List<Finding> findings = checking.findings(household);
            if (!findings.isEmpty()) {
                lines.add(new RunLine(
                        lines.size() + 1,
                        Objects.requireNonNull(household.get(0)).household(),
                        findings));
            }
        });
        return lines;
    }

    private Mono<Outcome<Made>> keep(StaffMember actor, Run run, List<RunLine> lines) {
        return runs.add(run).flatMap(number -> Flux.fromIterable(lines)
                .buffer(LINES_AT_ONCE)
                .concatMap(part -> runs.addLines(number, part))
                .then(reachCases.reach(run.numbered(number), lines))
                .flatMap(cases -> audit.record(
                        actor,
                        "crosscheck-run",
                        number.toString(),
                        Map.of("people", run.people(), "found", run.found(), "cases", cases)))
                .thenReturn(Outcome.done(new Made(number, run.households(), run.people(), run.found()))));
    }
}

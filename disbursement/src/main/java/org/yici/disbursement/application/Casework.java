package org.yici.disbursement.application;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yici.disbursement.Chain;
import org.yici.disbursement.Columns;
import org.yici.disbursement.clock.KeptTime;
import org.yici.ledger.Money;
import org.yici.platform.clock.ProgramClock;
import org.yici.platform.outcome.Outcome;
import org.yici.platform.staff.AuditTrail;
import org.yici.platform.staff.StaffMember;
import org.yici.platform.web.WebReason;
import reactor.core.publisher.Mono;

/**
 * How every step of a case is taken, inside the caller's transaction: lock the case, let the clock have its word, ask the
 * policies and whatever holds it, write the step down, audit it, do what the step is for, and keep what came of it.
 */
@Component
public final class Casework {

    private final Applications applications;
    private final AuditTrail audit;
    private final KeptTime keptTime;
    private final ProgramClock clock;
    private final Holds holds;
    private final AfterSteps afterSteps;

    Casework(
            Applications applications,
            AuditTrail audit,
            KeptTime keptTime,
            ProgramClock clock,
            Holds holds,
            AfterSteps afterSteps) {
        this.applications = applications;
        this.holds = holds;
        this.afterSteps = afterSteps;
        this.audit = audit;
        this.keptTime = keptTime;
        this.clock = clock;
    }

    /** A step of a member of staff that needs nothing but the case. */
    public <T> Mono<Outcome<T>> step(
            StaffMember actor,
            String id,
            Action action,
            @Nullable String note,
            Function<Application, Mono<Outcome<T>>> work) {
        return Chain.then(
                open(id), application -> step(Attempt.of(application, action, actor, clock.instant()), note, work));
    }

    /** A step that was put together by its own use case, on a case from {@link #open}. */
    public <T> Mono<Outcome<T>> step(
            Attempt attempt, @Nullable String note, Function<Application, Mono<Outcome<T>>> work) {
        return Chain.then(Mono.just(attempt.decide()), to -> holds.against(attempt.application(), attempt.action())
                .flatMap(held -> held.map(refusal -> Mono.just(Outcome.<T>refused(refusal)))
                        .orElseGet(() -> record(attempt, to, note)
                                .flatMap(work)
                                .delayUntil(outcome -> afterSteps.of(attempt, outcome)))));
    }

    /** The case, locked until the transaction ends and as the clock has it now; refused {@code not-found}. */
    public Mono<Outcome<Application>> open(String id) {
        Optional<ApplicationId> known = Columns.parseId(id).map(ApplicationId::new);
        return Mono.justOrEmpty(known)
                .flatMap(applications::lock)
                .delayUntil(locked -> keptTime.heed())
                .flatMap(this::endNoticeIfDue)
                .map(Outcome::done)
                .defaultIfEmpty(Outcome.refused(WebReason.NOT_FOUND));
    }

    private Mono<Application> endNoticeIfDue(Application stored) {
        Application now = stored.at(clock.instant());
        return now.equals(stored) ? Mono.just(stored) : applications.record(now);
    }

    private Mono<Application> record(Attempt attempt, ApplicationState to, @Nullable String note) {
        StaffMember actor = attempt.actor();
        Money amount = attempt.terms() == null ? null : attempt.terms().amount();
        Application moved = attempt.application()
                .after(attempt.action(), to, actor == null ? null : actor.username(), attempt.now(), note, amount);
        Mono<Application> recorded = applications.record(moved);
        return actor == null
                ? recorded
                : recorded.flatMap(application -> audit.record(
                                actor,
                                "application-" + attempt.action().word(),
                                application.id().toString(),
                                Map.of("state", to.name()))
                        .thenReturn(application));
    }
}

package org.yici.disbursement.notice;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yici.disbursement.Chain;
import org.yici.disbursement.Once;
import org.yici.disbursement.Typed;
import org.yici.disbursement.application.Action;
import org.yici.disbursement.application.Application;
import org.yici.disbursement.application.Attempt;
import org.yici.disbursement.application.Casework;
import org.yici.disbursement.application.GrantReason;
import org.yici.disbursement.application.NextSteps;
import org.yici.disbursement.application.Progress;
import org.yici.disbursement.letter.Told;
import org.yici.platform.clock.ProgramClock;
import org.yici.platform.outcome.FieldErrors;
import org.yici.platform.outcome.InvalidInput;
import org.yici.platform.outcome.Outcome;
import org.yici.platform.staff.AuditTrail;
import org.yici.platform.staff.StaffMember;
import org.yici.platform.web.IdempotencyKey;
import org.yici.platform.web.WebReason;
import reactor.core.publisher.Mono;

/**
 * Somebody who had no part in the grant looks into an objection. Upheld, the grant is refused; one that was paid first and is
 * out already stays where it is. Dismissed, and none left open, the case goes on where the clock has it: on notice, or with
 * its notice over.
 */
@Component
public final class ResolveObjection {

    static final int NOTE_CHARACTERS = 1_000;

    private final Once once;
    private final Casework casework;
    private final Objections objections;
    private final AfterResolution afterResolution;
    private final Told told;
    private final NextSteps nextSteps;
    private final AuditTrail audit;
    private final ProgramClock clock;

    ResolveObjection(
            Once once,
            Casework casework,
            Objections objections,
            AfterResolution afterResolution,
            Told told,
            NextSteps nextSteps,
            AuditTrail audit,
            ProgramClock clock) {
        this.once = once;
        this.casework = casework;
        this.objections = objections;
        this.afterResolution = afterResolution;
        this.told = told;
        this.nextSteps = nextSteps;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * @param decision {@code DISMISS} or {@code UPHOLD}
     * @param note what was found; stays inside
     * @param answer for whoever objected; they hear the outcome alone where it is left out
     * @param told why, for the household, where it is upheld; its letter says a standard sentence where it is left out
     */
    public record Resolution(
            @Nullable String decision,
            @Nullable String note,
            @Nullable String answer,
            @Nullable String told) {

        public Resolution(@Nullable String decision, @Nullable String note) {
            this(decision, note, null, null);
        }
    }

    /**
     * @return refused {@code not-found}, {@code role}, {@code same-person}, {@code step-not-open} or
     *     {@code objection-resolved}
     * @throws InvalidInput naming every field that is wrong
     */
    public Mono<Outcome<Progress>> resolve(
            StaffMember actor, IdempotencyKey key, String id, String receipt, Resolution resolution) {
        boolean uphold = "UPHOLD".equals(resolution.decision());
        FieldErrors errors = new FieldErrors();
        errors.require(uphold || "DISMISS".equals(resolution.decision()), "decision", "input.resolution.decision");
        Typed.text(errors, resolution.note(), "note", NOTE_CHARACTERS);
        Typed.optionalText(errors, resolution.answer(), "answer", NOTE_CHARACTERS);
        Typed.optionalText(errors, resolution.told(), "told", NOTE_CHARACTERS);
        errors.throwIfAny();
        Action action = uphold ? Action.UPHOLD_OBJECTION : Action.DISMISS_OBJECTION;
        return once.run(
                actor,
                key,
                "resolution/" + id + "/" + receipt,
                resolution,
                Progress.class,
                () -> Chain.then(casework.open(id), application -> objections
                        .of(application.id())
                        .flatMap(all -> resolve(
                                Attempt.of(application, action, actor, clock.instant()),
                                actor,
                                all,
                                receipt,
                                resolution))));
    }

    private Mono<Outcome<Progress>> resolve(
            Attempt attempt, StaffMember actor, List<Objection> all, String receipt, Resolution resolution) {
        Optional<Objection> meant =
                all.stream().filter(o -> o.receipt().equals(receipt)).findAny();
        if (meant.isEmpty()) {
            return Mono.just(Outcome.refused(WebReason.NOT_FOUND));
        }
        if (!meant.get().isOpen()) {
            return Mono.just(attempt.obstacle()
                    .filter(refusal -> refusal.reason() != GrantReason.STEP_NOT_OPEN)
                    .<Outcome<Progress>>map(Outcome::refused)
                    .orElseGet(() -> Outcome.refused(NoticeReason.OBJECTION_RESOLVED)));
        }
        return Chain.then(Mono.just(attempt.decide()), open -> write(attempt, actor, meant.get(), resolution)
                .then(goOn(attempt, actor, others(all, receipt), resolution)));
    }

    private Mono<Void> write(Attempt attempt, StaffMember actor, Objection meant, Resolution resolution) {
        Objection.State state =
                attempt.action() == Action.UPHOLD_OBJECTION ? Objection.State.UPHELD : Objection.State.DISMISSED;
        Objection resolved = new Objection(
                meant.receipt(),
                meant.words(),
                meant.contact(),
                meant.at(),
                state,
                actor.username(),
                Typed.orNull(resolution.note()),
                Typed.orNull(resolution.answer()));
        return objections
                .resolve(resolved, attempt.now())
                .then(audit.record(actor, "objection-resolved", meant.receipt(), Map.of("state", state.name())));
    }

    /** The case itself moves when the grant is refused, or when no objection is left. */
    private Mono<Outcome<Progress>> goOn(
            Attempt attempt, StaffMember actor, boolean othersOpen, Resolution resolution) {
        if (attempt.action() == Action.DISMISS_OBJECTION && othersOpen) {
            return progress(attempt.application(), actor);
        }
        Mono<Outcome<Application>> moved = casework.step(
                attempt, Typed.orNull(resolution.note()), application -> told.keep(application, resolution.told())
                        .then(afterResolution.follow(attempt, application)));
        return Chain.then(moved, application -> progress(application.at(attempt.now()), actor));
    }

    private Mono<Outcome<Progress>> progress(Application application, StaffMember actor) {
        return nextSteps.of(application, actor).map(offers -> Outcome.done(Progress.of(application, offers)));
    }

    private static boolean others(List<Objection> all, String receipt) {
        return all.stream().anyMatch(o -> o.isOpen() && !o.receipt().equals(receipt));
    }
}

package org.yici.disbursement.notice;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yici.disbursement.Chain;
import org.yici.disbursement.Once;
import org.yici.disbursement.Typed;
import org.yici.disbursement.application.Action;
import org.yici.disbursement.application.Application;
import org.yici.disbursement.application.ApplicationState;
import org.yici.disbursement.application.Attempt;
import org.yici.disbursement.application.Casework;
import org.yici.disbursement.application.NextSteps;
import org.yici.disbursement.application.Progress;
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
 * Somebody who had no part in the grant looks into an objection. Upheld, the grant is refused. Dismissed, and none left
 * open, the case goes on where the clock has it: on notice, or with its notice over.
 */
@Component
public final class ResolveObjection {

    static final int NOTE_CHARACTERS = 1_000;

    private final Once once;
    private final Casework casework;
    private final Notices notices;
    private final Objections objections;
    private final NoticeBoard board;
    private final NextSteps nextSteps;
    private final AuditTrail audit;
    private final ProgramClock clock;

    ResolveObjection(
            Once once,
            Casework casework,
            Notices notices,
            Objections objections,
            NoticeBoard board,
            NextSteps nextSteps,
            AuditTrail audit,
            ProgramClock clock) {
        this.once = once;
        this.casework = casework;
        this.notices = notices;
        this.objections = objections;
        this.board = board;
        this.nextSteps = nextSteps;
        this.audit = audit;
        this.clock = clock;
    }

    /** @param decision {@code DISMISS} or {@code UPHOLD} */
    public record Resolution(
            @Nullable String decision, @Nullable String note) {}

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
        errors.throwIfAny();
        Action action = uphold ? Action.UPHOLD_OBJECTION : Action.DISMISS_OBJECTION;
        String note = Objects.requireNonNull(resolution.note()).strip();
        return once.run(
                actor,
                key,
                "resolution/" + id + "/" + receipt,
                resolution,
                Progress.class,
                () -> Chain.then(casework.open(id), application -> objections
                        .of(application.id())
                        .flatMap(all -> resolve(
                                Attempt.of(application, action, actor, clock.instant()), actor, all, receipt, note))));
    }

    private Mono<Outcome<Progress>> resolve(
            Attempt attempt, StaffMember actor, List<Objection> all, String receipt, String note) {
        Optional<Objection> meant =
                all.stream().filter(o -> o.receipt().equals(receipt)).findAny();
        if (meant.isEmpty()) {
            return Mono.just(Outcome.refused(WebReason.NOT_FOUND));
        }
        return Chain.then(
                Mono.just(attempt.decide()),
                open -> meant.get().isOpen()
                        ? write(attempt, actor, receipt, note).then(goOn(attempt, actor, others(all, receipt), note))
                        : Mono.just(Outcome.refused(NoticeReason.OBJECTION_RESOLVED)));
    }

    private Mono<Void> write(Attempt attempt, StaffMember actor, String receipt, String note) {
        Objection.State state =
                attempt.action() == Action.UPHOLD_OBJECTION ? Objection.State.UPHELD : Objection.State.DISMISSED;
        return objections
                .resolve(receipt, state, actor.username(), attempt.now(), note)
                .then(audit.record(actor, "objection-resolved", receipt, Map.of("state", state.name())));
    }

    /** The case itself moves when the grant is refused, or when no objection is left. */
    private Mono<Outcome<Progress>> goOn(Attempt attempt, StaffMember actor, boolean othersOpen, String note) {
        return attempt.action() == Action.DISMISS_OBJECTION && othersOpen
                ? progress(attempt.application(), actor)
                : casework.step(attempt, note, moved -> showAgain(moved, attempt.now())
                        .then(progress(moved.at(attempt.now()), actor)));
    }

    /** An objection that is upheld ends the case, and {@link EndNotices} takes its notice down instead. */
    private Mono<Void> showAgain(Application moved, Instant now) {
        if (moved.state() != ApplicationState.ON_NOTICE) {
            return Mono.empty();
        }
        Application.Notice notice = Objects.requireNonNull(moved.notice());
        return notices.find(notice.code())
                .filter(running -> !running.isOver(now))
                .flatMap(running -> board.show(running, moved, false));
    }

    private Mono<Outcome<Progress>> progress(Application application, StaffMember actor) {
        return nextSteps.of(application, actor).map(offers -> Outcome.done(Progress.of(application, offers)));
    }

    private static boolean others(List<Objection> all, String receipt) {
        return all.stream().anyMatch(o -> o.isOpen() && !o.receipt().equals(receipt));
    }
}

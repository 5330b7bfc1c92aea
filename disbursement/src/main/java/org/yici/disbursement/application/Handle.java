package org.yici.disbursement.application;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yici.disbursement.Once;
import org.yici.disbursement.Typed;
import org.yici.platform.outcome.FieldErrors;
import org.yici.platform.outcome.Outcome;
import org.yici.platform.staff.StaffMember;
import org.yici.platform.web.IdempotencyKey;
import reactor.core.publisher.Mono;

/** Intake's later steps: an application that came back is filed again, or is withdrawn at the household's wish. */
@Component
public final class Handle {

    private static final int NOTE_CHARACTERS = 1_000;

    private final Once once;
    private final Casework casework;
    private final NextSteps nextSteps;

    Handle(Once once, Casework casework, NextSteps nextSteps) {
        this.once = once;
        this.casework = casework;
        this.nextSteps = nextSteps;
    }

    record Asked(Action action, @Nullable String note) {}

    public Mono<Outcome<Progress>> resubmit(StaffMember actor, IdempotencyKey key, String id, @Nullable String note) {
        return take(actor, key, id, new Asked(Action.RESUBMIT, note));
    }

    public Mono<Outcome<Progress>> withdraw(StaffMember actor, IdempotencyKey key, String id, @Nullable String note) {
        return take(actor, key, id, new Asked(Action.WITHDRAW, note));
    }

    private Mono<Outcome<Progress>> take(StaffMember actor, IdempotencyKey key, String id, Asked asked) {
        FieldErrors errors = new FieldErrors();
        Typed.optionalText(errors, asked.note(), "note", NOTE_CHARACTERS);
        errors.throwIfAny();
        return once.run(
                actor,
                key,
                "handle/" + id,
                asked,
                Progress.class,
                () -> casework.step(actor, id, asked.action(), Typed.orNull(asked.note()), moved -> nextSteps
                        .of(moved, actor)
                        .map(offers -> Outcome.done(Progress.of(moved, offers)))));
    }
}

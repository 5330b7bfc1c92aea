package org.yici.disbursement.review;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yici.disbursement.Once;
import org.yici.disbursement.Typed;
import org.yici.disbursement.application.Action;
import org.yici.disbursement.application.Casework;
import org.yici.disbursement.application.NextSteps;
import org.yici.disbursement.application.Progress;
import org.yici.disbursement.letter.Told;
import org.yici.platform.outcome.FieldErrors;
import org.yici.platform.outcome.InvalidInput;
import org.yici.platform.outcome.Outcome;
import org.yici.platform.staff.StaffMember;
import org.yici.platform.web.IdempotencyKey;
import reactor.core.publisher.Mono;

/** A reviewer passes an application, sends it back to intake, or refuses it. Each with a note that the case keeps. */
@Component
public final class Review {

    static final int NOTE_CHARACTERS = 1_000;

    private final Once once;
    private final Casework casework;
    private final NextSteps nextSteps;
    private final Told told;

    Review(Once once, Casework casework, NextSteps nextSteps, Told told) {
        this.once = once;
        this.casework = casework;
        this.nextSteps = nextSteps;
        this.told = told;
    }

    /**
     * What the reviewer says, as it was typed.
     *
     * @param decision {@code PASS}, {@code RETURN} or {@code REFUSE}
     * @param note why; may be left out only where it passes
     * @param told why, for the household, where it is refused; its letter says a standard sentence where it is left out
     */
    public record Decision(
            @Nullable String decision,
            @Nullable String note,
            @Nullable String told) {

        public Decision(@Nullable String decision, @Nullable String note) {
            this(decision, note, null);
        }
    }

    /**
     * @return refused {@code not-found}, {@code role}, {@code related}, {@code same-person} or {@code step-not-open}; a pass
     *     also {@code evidence-missing} or {@code related-acted}
     * @throws InvalidInput naming every field that is wrong
     */
    public Mono<Outcome<Progress>> decide(StaffMember actor, IdempotencyKey key, String id, Decision decision) {
        Optional<Action> action = action(decision.decision());
        FieldErrors errors = new FieldErrors();
        errors.require(action.isPresent(), "decision", "input.review.decision");
        if (action.orElse(Action.PASS) == Action.PASS) {
            Typed.optionalText(errors, decision.note(), "note", NOTE_CHARACTERS);
        } else {
            Typed.text(errors, decision.note(), "note", NOTE_CHARACTERS);
        }
        Typed.optionalText(errors, decision.told(), "told", NOTE_CHARACTERS);
        errors.throwIfAny();
        return once.run(
                actor,
                key,
                "review/" + id,
                decision,
                Progress.class,
                () -> casework.step(actor, id, action.orElseThrow(), Typed.orNull(decision.note()), moved -> told.keep(
                                moved, decision.told())
                        .then(nextSteps.of(moved, actor))
                        .map(offers -> Outcome.done(Progress.of(moved, offers)))));
    }

    private static Optional<Action> action(@Nullable String word) {
        return Arrays.stream(new Action[] {Action.PASS, Action.RETURN, Action.REFUSE})
                .filter(action -> action.name().equals(word))
                .findAny();
    }
}

package org.yici.disbursement.award;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yici.disbursement.Amount;
import org.yici.disbursement.Chain;
import org.yici.disbursement.Once;
import org.yici.disbursement.Typed;
import org.yici.disbursement.application.Action;
import org.yici.disbursement.application.Application;
import org.yici.disbursement.application.ApplicationState;
import org.yici.disbursement.application.Attempt;
import org.yici.disbursement.application.Casework;
import org.yici.disbursement.application.NextSteps;
import org.yici.disbursement.application.Terms;
import org.yici.disbursement.letter.Told;
import org.yici.ledger.Money;
import org.yici.platform.clock.ProgramClock;
import org.yici.platform.outcome.FieldErrors;
import org.yici.platform.outcome.InvalidInput;
import org.yici.platform.outcome.Outcome;
import org.yici.platform.staff.StaffMember;
import org.yici.platform.web.IdempotencyKey;
import reactor.core.publisher.Mono;

/** An approver decides, once the notice has ended, or before it where urgent hardship is paid first. Approved, the money leaves its funds in the same transaction. */
@Component
public final class Approve {

    static final int NOTE_CHARACTERS = 1_000;

    private final Once once;
    private final Casework casework;
    private final NextSteps nextSteps;
    private final CommitAward commitAward;
    private final Told told;
    private final ProgramClock clock;

    Approve(Once once, Casework casework, NextSteps nextSteps, CommitAward commitAward, Told told, ProgramClock clock) {
        this.once = once;
        this.casework = casework;
        this.nextSteps = nextSteps;
        this.commitAward = commitAward;
        this.told = told;
        this.clock = clock;
    }

    /**
     * What the approver says, as it was typed.
     *
     * @param decision {@code APPROVE} or {@code REFUSE}
     * @param amount what is granted; what the standard of the day comes to where it is left out
     * @param note why; may be left out where just that is granted
     * @param told why, for the household, in its letter, which says a standard sentence where it is left out
     */
    public record Decision(
            @Nullable String decision,
            @Nullable Amount amount,
            @Nullable String note,
            @Nullable String told) {

        public Decision(@Nullable String decision, @Nullable Amount amount, @Nullable String note) {
            this(decision, amount, note, null);
        }
    }

    /** @param award its id, {@code grant} its public code; both null where the decision was to refuse */
    public record Decided(
            @Nullable String award,
            @Nullable String grant,
            @Nullable Amount amount,
            ApplicationState state) {}

    /**
     * @return refused {@code not-found}, {@code role}, {@code same-person}, {@code notice-running},
     *     {@code objection-open}, {@code step-not-open}, {@code no-standard}, {@code category-not-eligible},
     *     {@code fund-short}, {@code over-applied}, {@code over-cap}, {@code over-pay-first}, {@code pay-first-running},
     *     {@code over-year-limit}, {@code over-lifetime-limit}, {@code evidence-missing}, {@code related}, {@code related-acted} or
     *     {@code donor-related}
     * @throws InvalidInput naming every field that is wrong, and where the amount is another than the standard's without
     *     words
     */
    public Mono<Outcome<Decided>> decide(StaffMember actor, IdempotencyKey key, String id, Decision decision) {
        boolean approve = "APPROVE".equals(decision.decision());
        FieldErrors errors = new FieldErrors();
        errors.require(approve || "REFUSE".equals(decision.decision()), "decision", "input.approval.decision");
        Money asked = decision.amount() == null ? Money.ZERO : Amount.read(decision.amount(), "amount", errors);
        if (approve) {
            Typed.optionalText(errors, decision.note(), "note", NOTE_CHARACTERS);
        } else {
            Typed.text(errors, decision.note(), "note", NOTE_CHARACTERS);
        }
        Typed.optionalText(errors, decision.told(), "told", NOTE_CHARACTERS);
        errors.throwIfAny();
        return once.run(
                actor,
                key,
                "approval/" + id,
                decision,
                Decided.class,
                () -> Chain.then(
                        casework.open(id),
                        application -> approve
                                ? approve(actor, application, asked, decision)
                                : decline(actor, application, decision)));
    }

    private Mono<Outcome<Decided>> approve(StaffMember actor, Application application, Money asked, Decision decision) {
        String note = Typed.orNull(decision.note());
        return nextSteps
                .terms(application)
                .map(terms -> asked.isZero() ? terms : terms.of(asked))
                .flatMap(terms -> casework.step(
                        Attempt.of(application, Action.APPROVE, actor, clock.instant())
                                .on(terms),
                        note,
                        approved -> {
                            wordsWhereItDeviates(terms, note);
                            return told.keep(approved, decision.told()).then(commitAward.commit(approved, terms));
                        }));
    }

    /** @throws InvalidInput where another amount than the standard's is granted and nobody says why */
    private static void wordsWhereItDeviates(Terms terms, @Nullable String note) {
        if (terms.deviates() && note == null) {
            throw InvalidInput.of(
                    "note", "input.approval.deviation", terms.computed().yuan());
        }
    }

    private Mono<Outcome<Decided>> decline(StaffMember actor, Application application, Decision decision) {
        Attempt attempt = Attempt.of(application, Action.DECLINE, actor, clock.instant());
        return casework.step(attempt, Typed.orNull(decision.note()), declined -> told.keep(declined, decision.told())
                .thenReturn(Outcome.done(new Decided(null, null, null, declined.state()))));
    }
}

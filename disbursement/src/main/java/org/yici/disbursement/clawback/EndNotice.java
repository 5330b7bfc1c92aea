package org.yici.disbursement.clawback;

import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yici.disbursement.Amount;
import org.yici.disbursement.Chain;
import org.yici.disbursement.Once;
import org.yici.disbursement.Typed;
import org.yici.disbursement.award.GivenBack;
import org.yici.disbursement.clawback.Clawback.Claim;
import org.yici.disbursement.clawback.ClawbackWork.Locked;
import org.yici.ledger.Money;
import org.yici.platform.outcome.FieldErrors;
import org.yici.platform.outcome.InvalidInput;
import org.yici.platform.outcome.Outcome;
import org.yici.platform.staff.StaffMember;
import org.yici.platform.web.IdempotencyKey;
import reactor.core.publisher.Mono;

/** How a notice ends: it was put right, or money is asked back; and how a demand for money may be let go. */
@Component
public final class EndNotice {

    private final Once once;
    private final ClawbackWork work;
    private final GivenBack givenBack;

    EndNotice(Once once, ClawbackWork work, GivenBack givenBack) {
        this.once = once;
        this.work = work;
        this.givenBack = givenBack;
    }

    /** In words, why. */
    public record Why(@Nullable String note) {}

    /**
     * @param amount at most what was paid and has not come back
     * @param returnBy the last day for that, within a year
     * @param note why
     */
    public record Asked(
            @Nullable Amount amount,
            @Nullable String returnBy,
            @Nullable String note) {}

    /**
     * It was put right.
     *
     * @return refused {@code not-found}, {@code no-clawback}, {@code role} or {@code clawback-step-not-open}
     */
    public Mono<Outcome<Demand>> correct(StaffMember actor, IdempotencyKey key, String award, Why why) {
        return inWords(actor, key, award, ClawbackAction.CORRECT, why);
    }

    /**
     * The rest of the money is let go, by an approver who did not ask for it.
     *
     * @return refused as {@link #correct}, and {@code same-person}
     */
    public Mono<Outcome<Demand>> waive(StaffMember actor, IdempotencyKey key, String award, Why why) {
        return inWords(actor, key, award, ClawbackAction.WAIVE, why);
    }

    private Mono<Outcome<Demand>> inWords(
            StaffMember actor, IdempotencyKey key, String award, ClawbackAction action, Why why) {
        FieldErrors errors = new FieldErrors();
        ClawbackInput.note(errors, why.note());
        errors.throwIfAny();
        String note = Objects.requireNonNull(Typed.orNull(why.note()));
        return once.run(
                actor,
                key,
                "clawback-" + action.word() + "/" + award,
                why,
                Demand.class,
                () -> Chain.then(work.open(award), locked -> work.step(
                                actor,
                                locked.demand(),
                                action,
                                null,
                                note,
                                demand -> Mono.just(Outcome.done(
                                        action == ClawbackAction.WAIVE ? demand.waivedBy(actor.username()) : demand)))
                        .map(outcome -> outcome.map(Demand::of))));
    }

    /**
     * The agreement is ended and money asked back, by an approver who did not open it.
     *
     * @return refused {@code not-found}, {@code no-clawback}, {@code role}, {@code same-person},
     *     {@code clawback-step-not-open}, {@code correction-running} or {@code over-paid}
     * @throws InvalidInput naming every field that is wrong
     */
    public Mono<Outcome<Demand>> demand(StaffMember actor, IdempotencyKey key, String award, Asked asked) {
        FieldErrors errors = new FieldErrors();
        Money amount = Amount.read(asked.amount(), "amount", errors);
        LocalDate returnBy = ClawbackInput.ahead(errors, asked.returnBy(), "returnBy", work.today());
        ClawbackInput.note(errors, asked.note());
        errors.throwIfAny();
        String note = Objects.requireNonNull(Typed.orNull(asked.note()));
        return once.run(
                actor,
                key,
                "clawback-demand/" + award,
                asked,
                Demand.class,
                () -> Chain.then(
                        work.open(award),
                        locked -> claim(actor, locked, new Claim(amount, returnBy, actor.username()), note)));
    }

    private Mono<Outcome<Demand>> claim(StaffMember actor, Locked locked, Claim claim, String note) {
        return work.step(actor, locked.demand(), ClawbackAction.DEMAND, claim.amount(), note, demand -> givenBack
                        .of(demand.award())
                        .map(before -> locked.award().amount().minus(before))
                        .map(paid -> claim.amount().compareTo(paid) <= 0
                                ? Outcome.done(demand.claiming(claim))
                                : Outcome.refused(ClawbackReason.MORE_THAN_PAID, paid.yuan())))
                .map(outcome -> outcome.map(Demand::of));
    }
}

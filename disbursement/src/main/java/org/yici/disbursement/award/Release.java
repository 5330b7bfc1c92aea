package org.yici.disbursement.award;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yici.disbursement.Chain;
import org.yici.disbursement.Columns;
import org.yici.disbursement.Floors;
import org.yici.disbursement.Once;
import org.yici.disbursement.Typed;
import org.yici.disbursement.application.Action;
import org.yici.disbursement.application.Application;
import org.yici.disbursement.application.ApplicationState;
import org.yici.disbursement.application.Casework;
import org.yici.disbursement.application.GrantReason;
import org.yici.ledger.AccountCode;
import org.yici.ledger.Ledger;
import org.yici.ledger.MoneyMoves;
import org.yici.platform.outcome.FieldErrors;
import org.yici.platform.outcome.InvalidInput;
import org.yici.platform.outcome.Outcome;
import org.yici.platform.staff.StaffMember;
import org.yici.platform.web.IdempotencyKey;
import org.yici.platform.web.WebReason;
import reactor.core.publisher.Mono;

/** An award that will not be paid (the household moved away, or asked for it) gives its money back to its funds. */
@Component
public final class Release {

    private final Once once;
    private final Casework casework;
    private final Awards awards;
    private final Ledger ledger;

    Release(Once once, Casework casework, Awards awards, Ledger ledger) {
        this.once = once;
        this.casework = casework;
        this.awards = awards;
        this.ledger = ledger;
    }

    /** Why. */
    public record Why(@Nullable String note) {}

    public record Released(String award, AwardState state, ApplicationState application) {}

    /**
     * @return refused {@code not-found}, {@code role}, {@code same-person}, {@code step-not-open} or {@code award-short}
     * @throws InvalidInput where no reason is given
     */
    public Mono<Outcome<Released>> release(StaffMember actor, IdempotencyKey key, String id, Why why) {
        FieldErrors errors = new FieldErrors();
        Typed.text(errors, why.note(), "note", Approve.NOTE_CHARACTERS);
        errors.throwIfAny();
        return once.run(actor, key, "release/" + id, why, Released.class, () -> Mono.justOrEmpty(Columns.parseId(id))
                .flatMap(known -> awards.find(new AwardId(known)))
                .map(Outcome::done)
                .defaultIfEmpty(Outcome.refused(WebReason.NOT_FOUND))
                .flatMap(found -> Chain.then(
                        Mono.just(found),
                        award -> casework.step(
                                actor,
                                award.application().toString(),
                                Action.RELEASE,
                                Objects.requireNonNull(why.note()).strip(),
                                application -> giveBack(award, application)))));
    }

    private Mono<Outcome<Released>> giveBack(Award award, Application application) {
        return ledger.post(List.of(MoneyMoves.awardReleased(
                        "release/" + award.id(),
                        application.since(),
                        award.sequence(),
                        award.grant(),
                        award.kind(),
                        award.shares())))
                .flatMap(
                        postings -> Floors.inTheWay(postings).map(this::refused).orElseGet(() -> awards.move(
                                        award.id(), AwardState.RELEASED, application.since())
                                .thenReturn(Outcome.done(new Released(
                                        award.id().toString(), AwardState.RELEASED, application.state())))));
    }

    private Mono<Outcome<Released>> refused(AccountCode award) {
        return ledger.balance(award).map(owed -> Outcome.refused(GrantReason.AWARD_SHORT, owed.yuan()));
    }
}

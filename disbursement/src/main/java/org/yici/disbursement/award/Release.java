package org.yici.disbursement.award;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yici.disbursement.Chain;
import org.yici.disbursement.Columns;
import org.yici.disbursement.Once;
import org.yici.disbursement.Typed;
import org.yici.disbursement.application.Action;
import org.yici.disbursement.application.Application;
import org.yici.disbursement.application.ApplicationState;
import org.yici.disbursement.application.Casework;
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
    private final GiveBack giveBack;

    Release(Once once, Casework casework, Awards awards, GiveBack giveBack) {
        this.once = once;
        this.casework = casework;
        this.awards = awards;
        this.giveBack = giveBack;
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
        return giveBack.of(award, application.since())
                .map(given -> given.map(state -> new Released(award.id().toString(), state, application.state())));
    }
}

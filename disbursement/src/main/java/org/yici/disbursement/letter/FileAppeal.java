package org.yici.disbursement.letter;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yici.disbursement.Chain;
import org.yici.disbursement.Once;
import org.yici.disbursement.Typed;
import org.yici.disbursement.application.Application;
import org.yici.disbursement.application.ApplicationState;
import org.yici.disbursement.application.Apply;
import org.yici.disbursement.application.Casework;
import org.yici.disbursement.application.Progress;
import org.yici.platform.clock.ProgramClock;
import org.yici.platform.outcome.FieldErrors;
import org.yici.platform.outcome.InvalidInput;
import org.yici.platform.outcome.Outcome;
import org.yici.platform.outcome.Refusal;
import org.yici.platform.staff.Role;
import org.yici.platform.staff.StaffMember;
import org.yici.platform.staff.StaffReason;
import org.yici.platform.web.IdempotencyKey;
import reactor.core.publisher.Mono;

/**
 * A household does not agree (复核): the same request is filed anew and names the one that was refused. It goes the whole way
 * again, judged by other people.
 */
@Component
public final class FileAppeal {

    private final Once once;
    private final Casework casework;
    private final Apply apply;
    private final Deliveries deliveries;
    private final Appeals appeals;
    private final ProgramClock clock;

    FileAppeal(Once once, Casework casework, Apply apply, Deliveries deliveries, Appeals appeals, ProgramClock clock) {
        this.once = once;
        this.casework = casework;
        this.apply = apply;
        this.deliveries = deliveries;
        this.appeals = appeals;
        this.clock = clock;
    }

    /** Why the household does not agree. */
    public record Why(@Nullable String reason) {}

    /**
     * @return refused {@code role}, {@code related}, {@code not-found}, {@code nothing-to-appeal}, {@code appeal-is-final},
     *     {@code appealed-before} or {@code appeal-too-late}
     * @throws InvalidInput where no reason is given
     */
    public Mono<Outcome<Progress>> file(StaffMember actor, IdempotencyKey key, String id, Why why) {
        if (!actor.has(Role.INTAKE)) {
            return Mono.just(Outcome.refused(StaffReason.ROLE));
        }
        FieldErrors errors = new FieldErrors();
        Typed.text(errors, why.reason(), "reason", Apply.REASON_CHARACTERS);
        errors.throwIfAny();
        String reason = Objects.requireNonNull(why.reason()).strip();
        return once.run(
                actor,
                key,
                "appeal/" + id,
                why,
                Progress.class,
                () -> Chain.then(
                        Chain.then(casework.open(id), this::unlessInTheWay),
                        refused -> apply.anew(actor, refused, reason, appeal -> appeals.add(appeal, refused.id()))));
    }

    private Mono<Outcome<Application>> unlessInTheWay(Application refused) {
        if (refused.state() != ApplicationState.REFUSED) {
            return Mono.just(Outcome.refused(LetterReason.NOTHING_TO_APPEAL, refused.state()));
        }
        if (refused.appeal() != null) {
            return Mono.just(Outcome.refused(LetterReason.APPEAL_IS_FINAL));
        }
        return appeals.against(refused.id())
                .map(there -> Outcome.<Application>refused(LetterReason.APPEALED_BEFORE))
                .switchIfEmpty(Mono.defer(
                        () -> deliveries.of(refused.id()).map(appeals::until).map(until -> late(until)
                                .<Outcome<Application>>map(Outcome::refused)
                                .orElseGet(() -> Outcome.done(refused)))));
    }

    private Optional<Refusal> late(Optional<LocalDate> until) {
        return until.filter(last -> clock.today().isAfter(last))
                .map(last -> Refusal.because(LetterReason.APPEAL_TOO_LATE, last));
    }
}

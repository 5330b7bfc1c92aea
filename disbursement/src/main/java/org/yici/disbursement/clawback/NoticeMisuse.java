package org.yici.disbursement.clawback;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yici.disbursement.Chain;
import org.yici.disbursement.Once;
import org.yici.disbursement.Typed;
import org.yici.disbursement.award.Award;
import org.yici.disbursement.award.AwardState;
import org.yici.disbursement.clawback.Clawback.Ground;
import org.yici.ledger.Money;
import org.yici.platform.outcome.FieldErrors;
import org.yici.platform.outcome.InvalidInput;
import org.yici.platform.outcome.Outcome;
import org.yici.platform.staff.Role;
import org.yici.platform.staff.StaffMember;
import org.yici.platform.staff.StaffReason;
import org.yici.platform.web.IdempotencyKey;
import reactor.core.publisher.Mono;

/** A reviewer asks a household to put right what it did with the money, in words and by a day. */
@Component
public final class NoticeMisuse {

    private final Once once;
    private final ClawbackWork work;
    private final Clawbacks clawbacks;

    NoticeMisuse(Once once, ClawbackWork work, Clawbacks clawbacks) {
        this.once = once;
        this.work = work;
        this.clawbacks = clawbacks;
    }

    /**
     * @param ground {@code MISUSED} or {@code FALSE_PAPERS}
     * @param note what was found, and what the household should do
     * @param correctBy the last day for that, such as {@code 2018-05-04}, within a year
     */
    public record Notice(
            @Nullable String ground,
            @Nullable String note,
            @Nullable String correctBy) {}

    /**
     * @return refused {@code not-found}, {@code role}, {@code not-with-household} or {@code clawback-open}
     * @throws InvalidInput naming every field that is wrong
     */
    public Mono<Outcome<Demand>> notice(StaffMember actor, IdempotencyKey key, String award, Notice notice) {
        if (!actor.has(Role.REVIEWER)) {
            return Mono.just(Outcome.refused(StaffReason.ROLE));
        }
        FieldErrors errors = new FieldErrors();
        Ground ground = ClawbackInput.word(errors, Ground.values(), notice.ground(), "ground");
        ClawbackInput.note(errors, notice.note());
        LocalDate correctBy = ClawbackInput.ahead(errors, notice.correctBy(), "correctBy", work.today());
        errors.throwIfAny();
        String note = Objects.requireNonNull(Typed.orNull(notice.note()));
        return once.run(
                actor,
                key,
                "clawback/" + award,
                notice,
                Demand.class,
                () -> Chain.then(
                        work.lock(award),
                        found -> open(actor, found, Objects.requireNonNull(ground), correctBy, note)));
    }

    private Mono<Outcome<Demand>> open(
            StaffMember actor, Award award, Ground ground, LocalDate correctBy, String note) {
        if (award.state() != AwardState.PAID) {
            return Mono.just(Outcome.refused(ClawbackReason.NOT_WITH_HOUSEHOLD));
        }
        Clawback opened = new Clawback(
                UUID.randomUUID(),
                award.id(),
                ground,
                ClawbackState.NOTICED,
                correctBy,
                actor.username(),
                work.now(),
                null,
                null,
                Money.ZERO,
                List.of(),
                List.of());
        return clawbacks
                .openOf(award.id())
                .map(open -> Outcome.<Demand>refused(ClawbackReason.OPEN_ALREADY))
                .switchIfEmpty(
                        Mono.defer(() -> work.begin(actor, opened, note).map(outcome -> outcome.map(Demand::of))));
    }
}

package org.yici.disbursement.household;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yici.disbursement.Chain;
import org.yici.disbursement.Once;
import org.yici.disbursement.Typed;
import org.yici.disbursement.household.Consents.Kind;
import org.yici.platform.clock.ProgramClock;
import org.yici.platform.outcome.FieldErrors;
import org.yici.platform.outcome.InvalidInput;
import org.yici.platform.outcome.Outcome;
import org.yici.platform.staff.AuditTrail;
import org.yici.platform.staff.Role;
import org.yici.platform.staff.StaffMember;
import org.yici.platform.staff.StaffReason;
import org.yici.platform.web.IdempotencyKey;
import org.yici.platform.web.WebReason;
import reactor.core.publisher.Mono;

/**
 * A household takes back what it agreed to (PIPL §15), and intake writes that down. Who is not on the register cannot be
 * compared with anything either, so with the first consent goes the second. It may agree again, which is a consent of its own.
 */
@Component
public final class WithdrawConsent {

    private static final int NOTE_CHARACTERS = 500;

    private final Once once;
    private final Households households;
    private final Consents consents;
    private final KeptOut keptOut;
    private final AuditTrail audit;
    private final ProgramClock clock;

    WithdrawConsent(
            Once once,
            Households households,
            Consents consents,
            KeptOut keptOut,
            AuditTrail audit,
            ProgramClock clock) {
        this.once = once;
        this.households = households;
        this.consents = consents;
        this.keptOut = keptOut;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * @param kind {@code REGISTER}, or {@code CROSS_CHECK} alone
     * @param note who said so and how
     */
    public record Withdrawal(
            @Nullable String kind, @Nullable String note) {}

    /** @param note where the signed paper is filed */
    public record Again(@Nullable String note) {}

    /** @param register and {@code crossCheck}: what the household agrees to now */
    public record Standing(String household, boolean register, boolean crossCheck) {}

    /**
     * @return refused {@code role}, {@code related}, {@code not-found}, or {@code consent-withdrawn} where there was none to take back
     * @throws InvalidInput naming every field that is wrong
     */
    public Mono<Outcome<Standing>> withdraw(StaffMember actor, IdempotencyKey key, String id, Withdrawal withdrawal) {
        if (!actor.has(Role.INTAKE)) {
            return Mono.just(Outcome.refused(StaffReason.ROLE));
        }
        boolean register = Kind.REGISTER.name().equals(withdrawal.kind());
        FieldErrors errors = new FieldErrors();
        errors.require(
                register || Kind.CROSS_CHECK.name().equals(withdrawal.kind()), "kind", "input.household.consent-kind");
        Typed.text(errors, withdrawal.note(), "note", NOTE_CHARACTERS);
        errors.throwIfAny();
        String note = Objects.requireNonNull(Typed.orNull(withdrawal.note()));
        List<Kind> kinds = register ? List.of(Kind.values()) : List.of(Kind.CROSS_CHECK);
        return once.run(
                actor,
                key,
                "withdraw-consent/" + id,
                withdrawal,
                Standing.class,
                () -> Chain.then(lock(actor, id), household -> consents.withdraw(
                                household, kinds, note, actor.username(), clock.instant())
                        .flatMap(taken -> taken == 0
                                ? Mono.just(Outcome.<Standing>refused(HouseholdReason.CONSENT_WITHDRAWN))
                                : written(actor, household, "consent-withdrawn"))));
    }

    /**
     * The household agrees again, to both.
     *
     * @return refused {@code role}, {@code related}, {@code not-found}, or {@code consent-stands} where it agrees to both already
     * @throws InvalidInput where nobody says where the paper is
     */
    public Mono<Outcome<Standing>> giveAgain(StaffMember actor, IdempotencyKey key, String id, Again again) {
        if (!actor.has(Role.INTAKE)) {
            return Mono.just(Outcome.refused(StaffReason.ROLE));
        }
        FieldErrors errors = new FieldErrors();
        Typed.text(errors, again.note(), "note", NOTE_CHARACTERS);
        errors.throwIfAny();
        LocalDate today = clock.today();
        return once.run(
                actor,
                key,
                "consent/" + id,
                again,
                Standing.class,
                () -> Chain.then(lock(actor, id), household -> consents.standing(household)
                        .collectList()
                        .flatMap(standing -> standing.size() == Kind.values().length
                                ? Mono.just(Outcome.<Standing>refused(HouseholdReason.CONSENT_STANDS))
                                : consents.add(
                                                household,
                                                new NewHousehold.Consent(NewHousehold.Consent.How.SIGNED, today),
                                                actor.username(),
                                                clock.instant())
                                        .then(written(actor, household, "consent-given")))));
    }

    private Mono<Outcome<HouseholdId>> lock(StaffMember actor, String id) {
        return households
                .find(id)
                .flatMap(found -> households.lock(found.id()))
                .flatMap(
                        household -> keptOut.only(actor, household.id(), () -> Mono.just(Outcome.done(household.id()))))
                .defaultIfEmpty(Outcome.refused(WebReason.NOT_FOUND));
    }

    private Mono<Outcome<Standing>> written(StaffMember actor, HouseholdId household, String act) {
        return audit.record(actor, act, household.toString(), Map.of())
                .then(Mono.defer(() -> consents.standing(household).collectList()))
                .map(standing -> Outcome.done(new Standing(
                        household.toString(), standing.contains(Kind.REGISTER), standing.contains(Kind.CROSS_CHECK))));
    }
}

package org.yici.disbursement.household;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.yici.disbursement.Chain;
import org.yici.disbursement.Numbering;
import org.yici.disbursement.Once;
import org.yici.disbursement.Typed;
import org.yici.platform.clock.ProgramClock;
import org.yici.platform.outcome.InvalidInput;
import org.yici.platform.outcome.Outcome;
import org.yici.platform.staff.AuditTrail;
import org.yici.platform.staff.Role;
import org.yici.platform.staff.StaffMember;
import org.yici.platform.staff.StaffReason;
import org.yici.platform.web.IdempotencyKey;
import reactor.core.publisher.Mono;

/** Intake registers a household, with its consent on file. */
@Component
public final class RegisterHousehold {

    private final Once once;
    private final Households households;
    private final Divisions divisions;
    private final Newcomers newcomers;
    private final CardUse cardUse;
    private final Numbering numbering;
    private final AuditTrail audit;
    private final ProgramClock clock;

    RegisterHousehold(
            Once once,
            Households households,
            Divisions divisions,
            Newcomers newcomers,
            CardUse cardUse,
            Numbering numbering,
            AuditTrail audit,
            ProgramClock clock) {
        this.once = once;
        this.households = households;
        this.divisions = divisions;
        this.newcomers = newcomers;
        this.cardUse = cardUse;
        this.numbering = numbering;
        this.audit = audit;
        this.clock = clock;
    }

    /** The household now on the register; {@code members} are their ids in the order given. */
    public record Registered(String id, String code, List<String> members) {}

    /**
     * @return refused {@code role}, or {@code person-registered} with the code of the household where one of them lives
     * @throws InvalidInput naming every field that is wrong
     */
    public Mono<Outcome<Registered>> register(StaffMember actor, IdempotencyKey key, Registration registration) {
        if (!actor.has(Role.INTAKE)) {
            return Mono.just(Outcome.refused(StaffReason.ROLE));
        }
        RegistrationCheck.check(registration, clock.today());
        return once.run(
                actor, key, "register-household", registration, Registered.class, () -> record(actor, registration));
    }

    private Mono<Outcome<Registered>> record(StaffMember actor, Registration registration) {
        String township = Objects.requireNonNull(registration.township()).strip();
        return divisions
                .place(township, Typed.orNull(registration.village()))
                .map(place -> NewHousehold.of(registration, place, actor.username(), clock.instant()))
                .flatMap(household -> add(actor, household));
    }

    /** The whole of it inside the caller's transaction; refused {@code person-registered}. */
    public Mono<Outcome<Registered>> add(StaffMember actor, NewHousehold household) {
        return numbering
                .next("H", 6, household.registeredAt())
                .flatMap(code -> Chain.then(households.add(household, code), id -> newcomers
                        .joined(actor, id, household.members().toList(), household.place(), household.registeredAt())
                        .then(cardUse.looked(actor, id, household.registeredAt()))
                        .then(audit.record(actor, "household-registered", id.toString(), Map.of("code", code)))
                        .thenReturn(Outcome.done(household.registered(code)))));
    }

    /** Who joins a household later is looked at as its first people were, and its card anew. */
    public Mono<Void> welcome(
            StaffMember actor, HouseholdId id, List<NewHousehold.Person> people, Place place, Instant at) {
        Mono<Void> joined = people.isEmpty() ? Mono.empty() : newcomers.joined(actor, id, people, place, at);
        return joined.then(cardUse.looked(actor, id, at));
    }

    /** The refusal of somebody who lives in the household of that code. */
    public static <T> Outcome<T> refusedFor(String code) {
        return Outcome.refused(HouseholdReason.PERSON_REGISTERED, code);
    }
}

package org.yici.disbursement.household;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.yici.disbursement.Chain;
import org.yici.disbursement.Numbering;
import org.yici.disbursement.Once;
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
    private final Numbering numbering;
    private final AuditTrail audit;
    private final ProgramClock clock;

    RegisterHousehold(Once once, Households households, Numbering numbering, AuditTrail audit, ProgramClock clock) {
        this.once = once;
        this.households = households;
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
        NewHousehold household = NewHousehold.of(registration, actor.username(), clock.instant());
        return numbering
                .next("H", 6, household.registeredAt())
                .flatMap(code -> Chain.then(households.add(household, code), id -> audit.record(
                                actor, "household-registered", id.toString(), Map.of("code", code))
                        .thenReturn(Outcome.done(household.registered(code)))));
    }
}

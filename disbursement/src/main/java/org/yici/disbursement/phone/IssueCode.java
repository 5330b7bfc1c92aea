package org.yici.disbursement.phone;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.yici.disbursement.Once;
import org.yici.disbursement.conflict.Unrelated;
import org.yici.disbursement.household.Household;
import org.yici.disbursement.household.Households;
import org.yici.platform.outcome.Outcome;
import org.yici.platform.privacy.BlindIndex;
import org.yici.platform.staff.AuditTrail;
import org.yici.platform.staff.Role;
import org.yici.platform.staff.StaffMember;
import org.yici.platform.staff.StaffReason;
import org.yici.platform.web.IdempotencyKey;
import org.yici.platform.web.WebReason;
import reactor.core.publisher.Mono;

/**
 * Intake gives a household the code with which it applies by phone. The code follows from the request's key and a secret, so
 * that the same request gives the same code again and it still lies in no table.
 */
@Component
public final class IssueCode {

    private final Once once;
    private final Households households;
    private final ApplyCodes codes;
    private final Unrelated unrelated;
    private final BlindIndex secret;
    private final AuditTrail audit;
    private final Clock wallClock;
    private final Duration validity;

    IssueCode(
            Once once,
            Households households,
            ApplyCodes codes,
            Unrelated unrelated,
            BlindIndex secret,
            AuditTrail audit,
            Clock wallClock,
            @Value("${yici.apply.code-days}") int days) {
        this.once = once;
        this.households = households;
        this.codes = codes;
        this.unrelated = unrelated;
        this.secret = secret;
        this.audit = audit;
        this.wallClock = wallClock;
        this.validity = Duration.ofDays(days);
    }

    /** Until when it opens an application, by the wall clock. */
    public record Validity(Instant expiresAt) {}

    /** The code, shown to the officer this once. */
    public record Issued(ApplyCode code, Instant expiresAt) {}

    /** @return refused {@code role}, {@code related} or {@code not-found} */
    public Mono<Outcome<Issued>> issue(StaffMember actor, IdempotencyKey key, String household) {
        if (!actor.has(Role.INTAKE)) {
            return Mono.just(Outcome.refused(StaffReason.ROLE));
        }
        ApplyCode code = ApplyCode.of(secret.of("apply-code-of-request", actor.username() + "\n" + key.value()));
        return once.run(actor, key, "apply-code/" + household, Map.of(), Validity.class, () -> households
                        .find(household)
                        .flatMap(found -> unrelated.only(actor, found.id(), () -> keep(actor, code, found)))
                        .defaultIfEmpty(Outcome.refused(WebReason.NOT_FOUND)))
                .map(outcome -> outcome.map(validity -> new Issued(code, validity.expiresAt())));
    }

    private Mono<Outcome<Validity>> keep(StaffMember actor, ApplyCode code, Household household) {
        Instant now = wallClock.instant();
        Instant expiresAt = now.plus(validity);
        return codes.add(code, household.id(), actor.username(), now, expiresAt)
                .then(audit.record(actor, "apply-code-issued", household.id().toString(), Map.of()))
                .thenReturn(Outcome.done(new Validity(expiresAt)));
    }
}

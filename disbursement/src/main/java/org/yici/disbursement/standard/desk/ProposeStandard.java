package org.yici.disbursement.standard.desk;

import java.util.Map;
import org.springframework.stereotype.Component;
import org.yici.disbursement.Once;
import org.yici.disbursement.standard.Standard;
import org.yici.disbursement.standard.Standards;
import org.yici.disbursement.standard.Version;
import org.yici.platform.clock.ProgramClock;
import org.yici.platform.outcome.InvalidInput;
import org.yici.platform.outcome.Outcome;
import org.yici.platform.staff.AuditTrail;
import org.yici.platform.staff.Role;
import org.yici.platform.staff.StaffMember;
import org.yici.platform.staff.StaffReason;
import org.yici.platform.web.IdempotencyKey;
import org.yici.platform.web.WebReason;
import reactor.core.publisher.Mono;

/** An administrator or approver proposes a new version of a standard. It judges nothing until another person approves it. */
@Component
public final class ProposeStandard {

    private final Once once;
    private final Standards standards;
    private final AuditTrail audit;
    private final ProgramClock clock;

    ProposeStandard(Once once, Standards standards, AuditTrail audit, ProgramClock clock) {
        this.once = once;
        this.standards = standards;
        this.audit = audit;
        this.clock = clock;
    }

    public record Proposed(String id, String standard) {}

    private record Asked(String standard, Draft draft) {}

    static boolean mayEdit(StaffMember actor) {
        return actor.has(Role.ADMIN) || actor.has(Role.APPROVER);
    }

    /**
     * @return refused {@code role} or {@code not-found}
     * @throws InvalidInput naming every field that is wrong
     */
    public Mono<Outcome<Proposed>> propose(StaffMember actor, IdempotencyKey key, String code, Draft draft) {
        if (!mayEdit(actor)) {
            return Mono.just(Outcome.refused(StaffReason.ROLE));
        }
        return once.run(actor, key, "propose-standard", new Asked(code, draft), Proposed.class, () -> standards
                .find(code)
                .flatMap(standard -> record(actor, read(actor, standard, draft)))
                .defaultIfEmpty(Outcome.refused(WebReason.NOT_FOUND)));
    }

    /** The draft as a version, for a preview. */
    Version read(StaffMember actor, Standard standard, Draft draft) {
        return DraftReading.read(draft, standard, actor, clock.instant(), clock.today());
    }

    private Mono<Outcome<Proposed>> record(StaffMember actor, Version version) {
        return standards
                .propose(version)
                .then(audit.record(
                        actor,
                        "standard-proposed",
                        version.id().toString(),
                        Map.of(
                                "standard",
                                version.standard(),
                                "from",
                                version.from().toString())))
                .thenReturn(Outcome.done(new Proposed(version.id().toString(), version.standard())));
    }
}

package org.yici.disbursement.followup;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yici.disbursement.Chain;
import org.yici.disbursement.Once;
import org.yici.disbursement.Typed;
import org.yici.platform.clock.ProgramClock;
import org.yici.platform.outcome.FieldErrors;
import org.yici.platform.outcome.InvalidInput;
import org.yici.platform.outcome.Outcome;
import org.yici.platform.staff.AuditTrail;
import org.yici.platform.staff.Role;
import org.yici.platform.staff.StaffMember;
import org.yici.platform.staff.StaffReason;
import org.yici.platform.web.IdempotencyKey;
import reactor.core.publisher.Mono;

/** Intake visits a household after a grant and writes down what was seen. */
@Component
public final class NoteVisit {

    private static final int NOTE_CHARACTERS = 2_000;

    private final Once once;
    private final FollowUps followUps;
    private final AuditTrail audit;
    private final ProgramClock clock;

    NoteVisit(Once once, FollowUps followUps, AuditTrail audit, ProgramClock clock) {
        this.once = once;
        this.followUps = followUps;
        this.audit = audit;
        this.clock = clock;
    }

    public record Visit(@Nullable String note) {}

    public record Noted(String id, Instant at) {}

    /**
     * @return refused {@code not-found} or {@code role}
     * @throws InvalidInput where nothing is written, or too much
     */
    public Mono<Outcome<Noted>> note(StaffMember actor, IdempotencyKey key, String award, Visit visit) {
        if (!actor.has(Role.INTAKE)) {
            return Mono.just(Outcome.refused(StaffReason.ROLE));
        }
        FieldErrors errors = new FieldErrors();
        Typed.text(errors, visit.note(), "note", NOTE_CHARACTERS);
        errors.throwIfAny();
        String note = Objects.requireNonNull(visit.note()).strip();
        return once.run(
                actor,
                key,
                "followup/" + award,
                visit,
                Noted.class,
                () -> Chain.then(followUps.award(award), found -> {
                    UUID id = UUID.randomUUID();
                    Instant at = clock.instant();
                    return followUps
                            .visit(id, found.id(), note, actor.username(), at)
                            .then(audit.record(
                                    actor,
                                    "household-visited",
                                    id.toString(),
                                    Map.of("award", found.id().toString())))
                            .thenReturn(Outcome.done(new Noted(id.toString(), at)));
                }));
    }
}

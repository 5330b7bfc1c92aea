package org.yici.disbursement.conflict;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yici.disbursement.Columns;
import org.yici.disbursement.Once;
import org.yici.disbursement.Typed;
import org.yici.disbursement.household.Households;
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

/** A declared relation turns out to be none, or has ended: an approver who is neither of the two lifts it, in words. */
@Component
public final class LiftRelation {

    private static final int NOTE_CHARACTERS = 500;

    private final Once once;
    private final Households households;
    private final Relations relations;
    private final AuditTrail audit;
    private final ProgramClock clock;

    LiftRelation(Once once, Households households, Relations relations, AuditTrail audit, ProgramClock clock) {
        this.once = once;
        this.households = households;
        this.relations = relations;
        this.audit = audit;
        this.clock = clock;
    }

    /** Why. */
    public record Why(@Nullable String note) {}

    public record Lifted(String id, Instant at) {}

    /**
     * @return refused {@code role}, {@code not-found}, {@code own-relation} or {@code relation-lifted}
     * @throws InvalidInput where no reason is given
     */
    public Mono<Outcome<Lifted>> lift(
            StaffMember actor, IdempotencyKey key, String household, String relation, Why why) {
        if (!actor.has(Role.APPROVER)) {
            return Mono.just(Outcome.refused(StaffReason.ROLE));
        }
        FieldErrors errors = new FieldErrors();
        Typed.text(errors, why.note(), "note", NOTE_CHARACTERS);
        errors.throwIfAny();
        String note = Objects.requireNonNull(why.note()).strip();
        return once.run(actor, key, "relation-lift/" + relation, why, Lifted.class, () -> households
                .find(household)
                .flatMap(found ->
                        Mono.justOrEmpty(Columns.parseId(relation)).flatMap(id -> relations.find(found.id(), id)))
                .flatMap(meant -> lift(actor, meant, note))
                .defaultIfEmpty(Outcome.refused(WebReason.NOT_FOUND)));
    }

    private Mono<Outcome<Lifted>> lift(StaffMember actor, Relation relation, String note) {
        if (!relation.holds()) {
            return Mono.just(Outcome.refused(RelationReason.LIFTED));
        }
        if (relation.isOwn(actor)) {
            return Mono.just(Outcome.refused(RelationReason.OWN));
        }
        Instant at = clock.instant();
        String id = relation.id().toString();
        return relations
                .lift(relation.id(), actor.username(), at, note)
                .then(audit.record(actor, "relation-lifted", id, Map.of()))
                .thenReturn(Outcome.done(new Lifted(id, at)));
    }
}

package org.yici.disbursement.evidence;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yici.disbursement.Chain;
import org.yici.disbursement.Columns;
import org.yici.disbursement.Once;
import org.yici.disbursement.Typed;
import org.yici.disbursement.application.Application;
import org.yici.disbursement.application.Casework;
import org.yici.disbursement.application.Contribution;
import org.yici.disbursement.application.Duty;
import org.yici.platform.clock.ProgramClock;
import org.yici.platform.outcome.FieldErrors;
import org.yici.platform.outcome.InvalidInput;
import org.yici.platform.outcome.Outcome;
import org.yici.platform.staff.AuditTrail;
import org.yici.platform.staff.StaffMember;
import org.yici.platform.web.IdempotencyKey;
import org.yici.platform.web.WebReason;
import reactor.core.publisher.Mono;

/** A wrong paper is voided, in words; it stays where it is, and counts no longer. */
@Component
public final class VoidEvidence {

    private static final int NOTE_CHARACTERS = 500;

    private final Once once;
    private final Casework casework;
    private final EvidenceBox box;
    private final AuditTrail audit;
    private final ProgramClock clock;

    VoidEvidence(Once once, Casework casework, EvidenceBox box, AuditTrail audit, ProgramClock clock) {
        this.once = once;
        this.casework = casework;
        this.box = box;
        this.audit = audit;
        this.clock = clock;
    }

    /** Why. */
    public record Why(@Nullable String note) {}

    public record Voided(String id, Instant at) {}

    /**
     * @return refused {@code not-found}, {@code role}, {@code related}, {@code same-person}, {@code step-not-open} or
     *     {@code evidence-voided}
     * @throws InvalidInput where no reason is given
     */
    public Mono<Outcome<Voided>> cancel(StaffMember actor, IdempotencyKey key, String id, String evidence, Why why) {
        FieldErrors errors = new FieldErrors();
        Typed.text(errors, why.note(), "note", NOTE_CHARACTERS);
        errors.throwIfAny();
        String note = Objects.requireNonNull(why.note()).strip();
        return once.run(
                actor,
                key,
                "evidence-void/" + id + "/" + evidence,
                why,
                Voided.class,
                () -> Chain.then(
                        casework.open(id),
                        application -> Chain.then(
                                Mono.just(Contribution.ofFile(application, actor)),
                                duty -> cancel(actor, application, evidence, duty, note))));
    }

    private Mono<Outcome<Voided>> cancel(
            StaffMember actor, Application application, String evidence, Duty duty, String note) {
        return Mono.justOrEmpty(Columns.parseId(evidence))
                .flatMap(known -> box.find(application.id(), new EvidenceId(known)))
                .flatMap(found -> found.counts()
                        ? write(actor, application, found, duty, note)
                        : Mono.just(Outcome.<Voided>refused(EvidenceReason.VOIDED)))
                .defaultIfEmpty(Outcome.refused(WebReason.NOT_FOUND));
    }

    private Mono<Outcome<Voided>> write(
            StaffMember actor, Application application, Evidence found, Duty duty, String note) {
        Instant at = clock.instant();
        String id = found.id().toString();
        return box.cancel(found.id(), note, duty, actor.username(), at)
                .then(audit.record(
                        actor,
                        "evidence-voided",
                        id,
                        Map.of("application", application.id().toString())))
                .thenReturn(Outcome.done(new Voided(id, at)));
    }
}

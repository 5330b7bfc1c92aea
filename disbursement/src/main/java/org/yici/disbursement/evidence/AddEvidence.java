package org.yici.disbursement.evidence;

import java.util.HexFormat;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.yici.disbursement.Chain;
import org.yici.disbursement.Once;
import org.yici.disbursement.application.Application;
import org.yici.disbursement.application.Casework;
import org.yici.disbursement.application.Contribution;
import org.yici.disbursement.evidence.KeepEvidence.Bringer;
import org.yici.disbursement.evidence.clean.CleanFile;
import org.yici.platform.clock.ProgramClock;
import org.yici.platform.outcome.InvalidInput;
import org.yici.platform.outcome.Outcome;
import org.yici.platform.staff.AuditTrail;
import org.yici.platform.staff.Role;
import org.yici.platform.staff.StaffMember;
import org.yici.platform.staff.StaffReason;
import org.yici.platform.web.IdempotencyKey;
import reactor.core.publisher.Mono;

/** Intake or a reviewer adds a paper to a case that is not decided. */
@Component
public final class AddEvidence {

    private final Once once;
    private final Casework casework;
    private final Cleaning cleaning;
    private final KeepEvidence keepEvidence;
    private final AuditTrail audit;
    private final ProgramClock clock;

    AddEvidence(
            Once once,
            Casework casework,
            Cleaning cleaning,
            KeepEvidence keepEvidence,
            AuditTrail audit,
            ProgramClock clock) {
        this.once = once;
        this.casework = casework;
        this.cleaning = cleaning;
        this.keepEvidence = keepEvidence;
        this.audit = audit;
        this.clock = clock;
    }

    /** @param hash SHA-256 of the file as it is kept, in hexadecimal figures */
    public record Added(String id, String paper, String type, int bytes, String hash) {

        static Added of(Evidence evidence) {
            return new Added(
                    evidence.id().toString(),
                    evidence.paper(),
                    evidence.sort().type().toString(),
                    evidence.bytes(),
                    evidence.hashWord());
        }
    }

    /** What makes two requests the same. */
    private record Asked(String paper, String sentHash) {}

    /**
     * @return refused {@code role}, {@code related}, {@code same-person}, {@code step-not-open}, {@code not-found} or any
     *     {@link EvidenceReason}
     * @throws InvalidInput as an error, where no file was chosen or no such paper is asked for
     */
    public Mono<Outcome<Added>> add(StaffMember actor, IdempotencyKey key, String id, PaperForm form) {
        if (!actor.has(Role.INTAKE) && !actor.has(Role.REVIEWER)) {
            return Mono.just(Outcome.refused(StaffReason.ROLE));
        }
        return Chain.then(
                Mono.defer(() -> cleaning.of(form.chosen())),
                file -> once.run(
                        actor,
                        key,
                        "evidence/" + id,
                        new Asked(form.paper(), HexFormat.of().formatHex(file.sentHash())),
                        Added.class,
                        () -> Chain.then(casework.open(id), application -> add(actor, application, file, form))));
    }

    private Mono<Outcome<Added>> add(StaffMember actor, Application application, CleanFile file, PaperForm form) {
        return Chain.then(
                Chain.then(
                        Mono.just(Contribution.ofFile(application, actor)),
                        duty -> keepEvidence.keep(
                                application,
                                new Bringer(actor.username(), duty),
                                file,
                                form.paper(),
                                form.chosen().filename(),
                                clock.instant())),
                evidence -> audit.record(
                                actor,
                                "evidence-added",
                                evidence.id().toString(),
                                Map.of("application", application.id().toString(), "number", evidence.number()))
                        .thenReturn(Outcome.done(Added.of(evidence))));
    }
}

package org.yici.disbursement.evidence;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.yici.disbursement.Chain;
import org.yici.disbursement.Columns;
import org.yici.disbursement.application.Application;
import org.yici.disbursement.application.ApplicationId;
import org.yici.disbursement.application.Applications;
import org.yici.disbursement.conflict.RelationReason;
import org.yici.disbursement.desk.Reader;
import org.yici.platform.database.Transactions;
import org.yici.platform.outcome.Outcome;
import org.yici.platform.staff.AuditTrail;
import org.yici.platform.staff.StaffMember;
import org.yici.platform.staff.StaffReason;
import org.yici.platform.web.WebReason;
import reactor.core.publisher.Mono;

/** Staff who may read names look into a case's papers; each opening is on the trail. */
@Component
public final class OpenEvidence {

    private final Applications applications;
    private final EvidenceBox box;
    private final Transactions transactions;
    private final AuditTrail audit;

    OpenEvidence(Applications applications, EvidenceBox box, Transactions transactions, AuditTrail audit) {
        this.applications = applications;
        this.box = box;
        this.transactions = transactions;
        this.audit = audit;
    }

    /** A paper with what is in it. */
    public record Opened(Evidence evidence, byte[] content) {}

    /** The case, for somebody who may look into its papers: refused {@code role}, {@code not-found} or {@code related}. */
    public Mono<Outcome<Application>> caseOf(StaffMember reader, String id) {
        if (!Reader.mayReadNames(reader)) {
            return Mono.just(Outcome.refused(StaffReason.ROLE));
        }
        return Mono.justOrEmpty(Columns.parseId(id))
                .flatMap(known -> applications.find(new ApplicationId(known)))
                .map(application -> application.file().related().contains(reader.username())
                        ? Outcome.<Application>refused(RelationReason.RELATED)
                        : Outcome.done(application))
                .defaultIfEmpty(Outcome.refused(WebReason.NOT_FOUND));
    }

    /** Refused {@code role}, {@code related} or {@code not-found}. */
    public Mono<Outcome<Opened>> open(StaffMember reader, String id, String evidence) {
        Optional<UUID> meant = Columns.parseId(evidence);
        return transactions.inOne(() -> Chain.then(caseOf(reader, id), application -> Mono.justOrEmpty(meant)
                .flatMap(known -> box.find(application.id(), new EvidenceId(known)))
                .flatMap(found -> opened(reader, application, found))
                .defaultIfEmpty(Outcome.refused(WebReason.NOT_FOUND))));
    }

    private Mono<Outcome<Opened>> opened(StaffMember reader, Application application, Evidence found) {
        return audit.record(
                        reader,
                        "evidence-opened",
                        found.id().toString(),
                        Map.of("application", application.id().toString()))
                .then(box.content(found.id()))
                .map(content -> Outcome.done(new Opened(found, content)));
    }
}

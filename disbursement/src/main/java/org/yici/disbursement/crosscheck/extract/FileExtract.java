package org.yici.disbursement.crosscheck.extract;

import java.time.Period;
import java.util.Map;
import java.util.function.Function;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.yici.disbursement.Chain;
import org.yici.disbursement.crosscheck.CrossCheckReason;
import org.yici.disbursement.crosscheck.extract.Extract.State;
import org.yici.platform.clock.ProgramClock;
import org.yici.platform.database.Transactions;
import org.yici.platform.outcome.Outcome;
import org.yici.platform.staff.AuditTrail;
import org.yici.platform.staff.StaffMember;
import org.yici.platform.staff.StaffReason;
import org.yici.platform.web.WebReason;
import reactor.core.publisher.Mono;

/** A draft is filed: from now on every cross-check asks it, until it expires. Or it is thrown away. */
@Component
public final class FileExtract {

    private final Extracts extracts;
    private final BringExtract bring;
    private final ReadExtract read;
    private final Transactions transactions;
    private final AuditTrail audit;
    private final ProgramClock clock;
    private final Period kept;

    FileExtract(
            Extracts extracts,
            BringExtract bring,
            ReadExtract read,
            Transactions transactions,
            AuditTrail audit,
            ProgramClock clock,
            @Value("${yici.crosscheck.keep}") Period kept) {
        this.extracts = extracts;
        this.bring = bring;
        this.read = read;
        this.transactions = transactions;
        this.audit = audit;
        this.clock = clock;
        this.kept = kept;
    }

    /** Refused: {@code role}, {@code not-found}, {@code extract-no-draft}, {@code extract-empty}. */
    public Mono<Outcome<ExtractId>> file(StaffMember actor, ExtractId id) {
        return ofDraft(
                actor,
                id,
                draft -> draft.counts().rows() == 0
                        ? Mono.just(Outcome.refused(CrossCheckReason.EXTRACT_EMPTY))
                        : extracts.file(id, clock.instant(), clock.today().plus(kept))
                                .then(audit.record(
                                        actor,
                                        "extract-filed",
                                        id.toString(),
                                        Map.of(
                                                "kind",
                                                draft.kind().word(),
                                                "rows",
                                                draft.counts().rows())))
                                .thenReturn(Outcome.done(id)));
    }

    /** Throws a draft away. Refused: {@code role}, {@code not-found}, {@code extract-no-draft}. */
    public Mono<Outcome<ExtractId>> discard(StaffMember actor, ExtractId id) {
        return ofDraft(actor, id, draft -> extracts.delete(id)
                .then(audit.record(actor, "extract-discarded", id.toString(), Map.of()))
                .thenReturn(Outcome.done(id)));
    }

    /**
     * Brings, reads and files an extract in one go, for programs and for the demo. One of which no row can be kept leaves
     * no trace. Refused: {@code role}, {@code extract-known}, {@code extract-empty}.
     */
    public Mono<Outcome<Extract>> atOnce(StaffMember actor, BringExtract.Upload upload) {
        return Chain.then(bring.bring(actor, upload, ReadExtract.LEASE), id -> read.read(id)
                .flatMap(draft -> file(actor, id))
                .flatMap(filed ->
                        filed.fold(done -> extracts.find(done).map(Outcome::done), refusal -> discard(actor, id)
                                .thenReturn(Outcome.<Extract>refused(refusal)))));
    }

    private Mono<Outcome<ExtractId>> ofDraft(
            StaffMember actor, ExtractId id, Function<Extract, Mono<Outcome<ExtractId>>> work) {
        if (!BringExtract.mayBring(actor)) {
            return Mono.just(Outcome.refused(StaffReason.ROLE));
        }
        return transactions.inOne(() -> extracts.lock(id)
                .flatMap(extract -> extract.state() == State.DRAFT || extract.state() == State.UNREADABLE
                        ? work.apply(extract)
                        : Mono.just(Outcome.<ExtractId>refused(CrossCheckReason.EXTRACT_NO_DRAFT)))
                .defaultIfEmpty(Outcome.refused(WebReason.NOT_FOUND)));
    }
}

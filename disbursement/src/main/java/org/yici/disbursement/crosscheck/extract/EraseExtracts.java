package org.yici.disbursement.crosscheck.extract;

import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.yici.disbursement.SheetParts;
import org.yici.platform.clock.ProgramClock;
import org.yici.platform.database.Transactions;
import org.yici.platform.outcome.Outcome;
import org.yici.platform.staff.AuditTrail;
import org.yici.platform.staff.StaffMember;
import reactor.core.publisher.Mono;

/**
 * An extract whose time is over goes, file and rows, by the clock and never by hand; what reports found in it stays with
 * them. Any number of instances may do this at once: the extract's row decides.
 */
@Component
public final class EraseExtracts {

    private static final Logger log = LoggerFactory.getLogger(EraseExtracts.class);

    private final Extracts extracts;
    private final ExtractRows rows;
    private final SheetParts files;
    private final Transactions transactions;
    private final AuditTrail audit;
    private final ProgramClock clock;

    EraseExtracts(
            Extracts extracts,
            ExtractRows rows,
            SheetParts files,
            Transactions transactions,
            AuditTrail audit,
            ProgramClock clock) {
        this.extracts = extracts;
        this.rows = rows;
        this.files = files;
        this.transactions = transactions;
        this.audit = audit;
        this.clock = clock;
    }

    /** Erases every extract that is due, each in a transaction of its own; answers how many. */
    public Mono<Long> due() {
        return Mono.defer(() -> extracts.expiredBefore(clock.today()).collectList())
                .flatMapIterable(due -> due)
                .concatMap(extract -> transactions.inOne(() -> erase(extract.id())))
                .filter(outcome -> outcome.fold(erased -> erased, refusal -> false))
                .count();
    }

    private Mono<Outcome<Boolean>> erase(ExtractId id) {
        return extracts.lock(id)
                .filter(extract -> extract.state() == Extract.State.FILED)
                .flatMap(extract -> extracts.erase(id, clock.instant())
                        .then(rows.deleteOf(id))
                        .then(files.delete(SheetParts.Of.EXTRACT, id.number()))
                        .then(audit.record(
                                new StaffMember(extract.broughtBy(), "", Set.of()),
                                "extract-erased",
                                id.toString(),
                                Map.of("by", "clock", "rows", extract.counts().rows())))
                        .doOnSuccess(done -> log.info("Extract {} has expired and is erased", id))
                        .thenReturn(Outcome.done(true)))
                .defaultIfEmpty(Outcome.done(false));
    }
}

package org.yici.disbursement.crosscheck.extract;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.yici.disbursement.SheetParts;
import org.yici.disbursement.crosscheck.CrossCheckReason;
import org.yici.platform.clock.ProgramClock;
import org.yici.platform.database.Transactions;
import org.yici.platform.outcome.InvalidInput;
import org.yici.platform.outcome.Outcome;
import org.yici.platform.staff.AuditTrail;
import org.yici.platform.staff.Role;
import org.yici.platform.staff.StaffMember;
import org.yici.platform.staff.StaffReason;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/** A reviewer brings a department's file: it is kept, sealed, and read in the background. Nobody is compared with it yet. */
@Component
public final class BringExtract {

    private static final int NAME_CHARACTERS = 200;

    private final Extracts extracts;
    private final SheetParts files;
    private final Transactions transactions;
    private final AuditTrail audit;
    private final ProgramClock clock;
    private final Scheduler sheetScheduler;

    BringExtract(
            Extracts extracts,
            SheetParts files,
            Transactions transactions,
            AuditTrail audit,
            ProgramClock clock,
            Scheduler sheetScheduler) {
        this.extracts = extracts;
        this.files = files;
        this.transactions = transactions;
        this.audit = audit;
        this.clock = clock;
        this.sheetScheduler = sheetScheduler;
    }

    /**
     * A file as it was sent, at a place of ours.
     *
     * @param department who sent it
     * @param asOf the day that its data is of
     */
    public record Upload(Path file, String name, ExtractKind kind, String department, LocalDate asOf) {

        String plainName() {
            String plain = name.replaceAll("\\p{Cntrl}", "").strip();
            return plain.length() > NAME_CHARACTERS ? plain.substring(0, NAME_CHARACTERS) : plain;
        }
    }

    public static boolean mayBring(StaffMember actor) {
        return actor.has(Role.REVIEWER);
    }

    /**
     * The number of the extract, which is read from now on. Refused: {@code role}, {@code extract-known}.
     *
     * @throws InvalidInput as an error, where the file cannot be read as an extract of its kind
     */
    public Mono<Outcome<ExtractId>> bring(StaffMember actor, Upload upload) {
        return bring(actor, upload, Duration.ZERO);
    }

    /** @param held for how long nobody but the caller reads it */
    Mono<Outcome<ExtractId>> bring(StaffMember actor, Upload upload, Duration held) {
        if (!mayBring(actor)) {
            return Mono.just(Outcome.refused(StaffReason.ROLE));
        }
        if (upload.asOf().isAfter(clock.today())) {
            return Mono.error(InvalidInput.of("asOf", "input.crosscheck.as-of"));
        }
        return glance(upload)
                .flatMap(glance -> transactions.inOne(() -> extracts.known(upload.kind(), glance.hash())
                        .map(known -> Outcome.<ExtractId>refused(CrossCheckReason.EXTRACT_KNOWN, known.toString()))
                        .switchIfEmpty(Mono.defer(() -> keep(actor, upload, glance, held)))));
    }

    Mono<Glance> glance(Upload upload) {
        return Mono.fromCallable(() -> Glance.at(upload.file(), upload.kind(), upload.asOf()))
                .subscribeOn(sheetScheduler);
    }

    private Mono<Outcome<ExtractId>> keep(StaffMember actor, Upload upload, Glance glance, Duration held) {
        return extracts.add(upload, glance, actor.username(), clock.instant(), held)
                .flatMap(id -> files.keep(SheetParts.Of.EXTRACT, id.number(), upload.file())
                        .then(audit.record(
                                actor,
                                "extract-brought",
                                id.toString(),
                                Map.of("kind", upload.kind().word())))
                        .thenReturn(Outcome.done(id)))
                .switchIfEmpty(extracts.known(upload.kind(), glance.hash())
                        .map(known -> Outcome.refused(CrossCheckReason.EXTRACT_KNOWN, known.toString())));
    }
}

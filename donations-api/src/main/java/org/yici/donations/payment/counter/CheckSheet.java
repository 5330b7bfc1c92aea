package org.yici.donations.payment.counter;

import java.nio.file.Path;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.yici.donations.payment.counter.CounterBatch.Source;
import org.yici.donations.payment.counter.line.LineCheck;
import org.yici.donations.payment.counter.line.LineDefaults;
import org.yici.donations.payment.counter.line.LineIdentity;
import org.yici.donations.payment.counter.sheet.CheckedLine;
import org.yici.donations.payment.counter.sheet.SheetWalk;
import org.yici.platform.clock.ProgramClock;
import org.yici.platform.database.Transactions;
import org.yici.platform.outcome.InvalidInput;
import org.yici.platform.outcome.Outcome;
import org.yici.platform.sheet.SheetLimits;
import org.yici.platform.sheet.SheetRows;
import org.yici.platform.sheet.Sheets;
import org.yici.platform.staff.AuditTrail;
import org.yici.platform.staff.StaffMember;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/**
 * The dry run: a sheet becomes a draft in which every line has its fate. Nothing is a gift yet, and as long as one line is
 * refused nothing can be: the sheet is put right and checked again. Read as a stream, however long it is.
 */
@Component
public final class CheckSheet {

    private static final int AT_ONCE = 1_000;
    private static final int NAME_CHARACTERS = 200;

    private final LineChecks checks;
    private final CounterBatches batches;
    private final CounterLines lines;
    private final SubmittedGifts submitted;
    private final LineIdentity identities;
    private final Transactions transactions;
    private final AuditTrail audit;
    private final ProgramClock clock;
    private final Scheduler sheetScheduler;

    CheckSheet(
            LineChecks checks,
            CounterBatches batches,
            CounterLines lines,
            SubmittedGifts submitted,
            LineIdentity identities,
            Transactions transactions,
            AuditTrail audit,
            ProgramClock clock,
            Scheduler sheetScheduler) {
        this.checks = checks;
        this.batches = batches;
        this.lines = lines;
        this.submitted = submitted;
        this.identities = identities;
        this.transactions = transactions;
        this.audit = audit;
        this.clock = clock;
        this.sheetScheduler = sheetScheduler;
    }

    /** A file as it was sent, at a place of ours. */
    public record Upload(Path file, String name, LineDefaults defaults) {}

    /**
     * The draft's number. Refused: {@code role}; {@code same-sheet} when this very file was submitted before.
     *
     * @throws InvalidInput as an error, where the file cannot be read as a sheet of gifts
     */
    public Mono<Outcome<CounterBatchId>> check(StaffMember actor, Upload upload) {
        return CounterDuty.ENTER
                .refuses(actor)
                .map(refusal -> Mono.just(Outcome.<CounterBatchId>refused(refusal)))
                .orElseGet(() -> Mono.zip(hash(upload), checks.now(upload.defaults()))
                        .flatMap(parts -> unlessSubmitted(actor, upload, parts.getT1(), parts.getT2())));
    }

    private Mono<byte[]> hash(Upload upload) {
        return Mono.fromCallable(() -> ContentHash.of(upload.file())).subscribeOn(sheetScheduler);
    }

    private Mono<Outcome<CounterBatchId>> unlessSubmitted(
            StaffMember actor, Upload upload, byte[] hash, LineCheck check) {
        return batches.ofContent(hash)
                .map(earlier -> Outcome.<CounterBatchId>refused(CounterReason.SAME_SHEET, earlier.toString()))
                .switchIfEmpty(transactions.inOne(() -> write(actor, upload, hash, check)));
    }

    private Mono<Outcome<CounterBatchId>> write(StaffMember actor, Upload upload, byte[] hash, LineCheck check) {
        return batches.insert(Source.SHEET, name(upload.name()), hash, actor.username(), clock.instant())
                .map(CounterBatch::id)
                .flatMap(id -> write(id, upload.file(), new SheetWalk(check))
                        .then(batches.count(id))
                        .then(audit.record(actor, "counter-sheet-checked", id.toString(), Map.of()))
                        .thenReturn(Outcome.done(id)));
    }

    private Mono<Void> write(CounterBatchId id, Path file, SheetWalk walk) {
        Recognising recognising = new Recognising(identities, submitted);
        return lines(file, walk)
                .subscribeOn(sheetScheduler)
                .buffer(AT_ONCE)
                .index()
                .concatMap(
                        part -> recognising
                                .among(part.getT2())
                                .publishOn(sheetScheduler)
                                .flatMap(known -> lines.insert(id, 1 + (int) (part.getT1() * AT_ONCE), known)),
                        1)
                .then();
    }

    private static Flux<CheckedLine> lines(Path file, SheetWalk walk) {
        return Flux.using(
                () -> Sheets.open(file, SheetLimits.LARGE),
                rows -> Flux.fromIterable(() -> rows)
                        .concatMapIterable(row -> walk.row(row).toList())
                        .concatWith(Flux.defer(() -> Flux.fromStream(walk.end()))),
                SheetRows::close);
    }

    private static String name(String name) {
        String plain = name.replaceAll("\\p{Cntrl}", "").strip();
        return plain.length() > NAME_CHARACTERS ? plain.substring(0, NAME_CHARACTERS) : plain;
    }
}

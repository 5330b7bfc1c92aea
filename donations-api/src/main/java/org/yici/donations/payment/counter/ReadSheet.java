package org.yici.donations.payment.counter;

import static org.yici.donations.payment.counter.BatchState.Event.BREAK_OFF;
import static org.yici.donations.payment.counter.BatchState.Event.LAST_ROW;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.yici.donations.payment.counter.BatchState.Event;
import org.yici.donations.payment.counter.line.LineIdentity;
import org.yici.donations.payment.counter.sheet.CheckedLine;
import org.yici.donations.payment.counter.sheet.SheetWalk;
import org.yici.platform.database.Transactions;
import org.yici.platform.outcome.FieldError;
import org.yici.platform.outcome.InvalidInput;
import org.yici.platform.outcome.Outcome;
import org.yici.platform.sheet.SheetLimits;
import org.yici.platform.sheet.SheetRows;
import org.yici.platform.sheet.Sheets;
import org.yici.platform.staff.AuditTrail;
import org.yici.platform.web.RefusedException;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/**
 * Reads one sheet into its batch, as a stream however long it is, and writes down after every thousand lines how far it is.
 * The batch is a draft when the last row has come. Whatever happens before leaves it without a line, and says so.
 */
@Component
final class ReadSheet {

    private static final Logger log = LoggerFactory.getLogger(ReadSheet.class);
    private static final int AT_ONCE = 1_000;

    private final LineChecks checks;
    private final CounterBatches batches;
    private final ReadingRows rows;
    private final CounterLines lines;
    private final SubmittedGifts submitted;
    private final LineIdentity identities;
    private final SheetFiles files;
    private final Transactions transactions;
    private final AuditTrail audit;
    private final Scheduler sheetScheduler;

    ReadSheet(
            LineChecks checks,
            CounterBatches batches,
            ReadingRows rows,
            CounterLines lines,
            SubmittedGifts submitted,
            LineIdentity identities,
            SheetFiles files,
            Transactions transactions,
            AuditTrail audit,
            Scheduler sheetScheduler) {
        this.checks = checks;
        this.batches = batches;
        this.rows = rows;
        this.lines = lines;
        this.submitted = submitted;
        this.identities = identities;
        this.files = files;
        this.transactions = transactions;
        this.audit = audit;
        this.sheetScheduler = sheetScheduler;
    }

    /**
     * Some lines of a sheet.
     *
     * @param first the number of the first of them
     * @param last the number of the sheet's last row
     */
    private record Part(List<CheckedLine> lines, int first, int last) {

        int row() {
            return Objects.requireNonNull(lines.get(lines.size() - 1).row());
        }
    }

    /** Ends well whatever comes of it; the file is gone then. */
    Mono<Void> read(WaitingSheet sheet) {
        return checks.now(sheet.upload().defaults())
                .flatMap(check -> write(sheet, new SheetWalk(check)))
                .then(Mono.defer(() -> end(sheet)))
                .onErrorResume(InvalidInput.class, wrong -> breakOff(sheet.batch(), wrong.errors()))
                .onErrorResume(error -> cutShort(sheet.batch(), error))
                // Where even that cannot be written down, the batch is nobody's soon and counts as cut short.
                .onErrorComplete()
                .then(files.delete(sheet.upload().file()))
                .onErrorComplete();
    }

    /** Breaks one batch off that nobody is at any more; empty when there is none. */
    Mono<CounterBatchId> cutShort() {
        return transactions
                .inOne(() -> batches.lockAbandoned()
                        .flatMap(batch -> step(batch, BREAK_OFF, next -> rows.breakOff(batch.id(), next, List.of())))
                        .defaultIfEmpty(Outcome.refused(CounterReason.UNKNOWN)))
                .flatMap(outcome -> outcome.fold(Mono::just, refusal -> Mono.empty()));
    }

    private Mono<Void> cutShort(CounterBatchId id, Throwable error) {
        // Only what kind of error: what it says may be of the sheet, and so of people.
        log.warn(
                "The sheet of counter batch {} is cut short: {}",
                id,
                error.getClass().getName());
        return breakOff(id, List.of());
    }

    private Mono<Void> write(WaitingSheet sheet, SheetWalk walk) {
        Recognising recognising = new Recognising(identities, submitted);
        return parts(sheet.upload().file(), walk)
                .subscribeOn(sheetScheduler)
                .concatMap(
                        part -> recognising
                                .among(part.lines())
                                .publishOn(sheetScheduler)
                                .flatMap(known -> keep(sheet.batch(), part, known)),
                        1)
                .then();
    }

    private static Flux<Part> parts(Path file, SheetWalk walk) {
        return Flux.using(
                () -> Sheets.open(file, SheetLimits.LARGE),
                rows -> Flux.fromIterable(() -> rows)
                        .concatMapIterable(row -> walk.row(row).toList())
                        .concatWith(Flux.defer(() -> Flux.fromStream(walk.end())))
                        .buffer(AT_ONCE)
                        .index((number, lines) -> new Part(lines, 1 + (int) (number * AT_ONCE), rows.last())),
                SheetRows::close);
    }

    /** The lines are sealed before the transaction begins, and on this thread. */
    private Mono<Void> keep(CounterBatchId id, Part part, List<CheckedLine> known) {
        Mono<Void> insert = lines.insert(id, part.first(), known);
        return inOne(
                id,
                batch -> batch.state() == BatchState.READING
                        ? insert.then(rows.progress(id, part.row(), part.last()))
                                .thenReturn(Outcome.done(id))
                        : Mono.just(Outcome.refused(CounterReason.STEP_NOT_OPEN)));
    }

    private Mono<Void> end(WaitingSheet sheet) {
        CounterBatchId id = sheet.batch();
        return inOne(
                id,
                batch -> step(batch, LAST_ROW, next -> rows.end(id, next)
                        .then(batches.count(id))
                        .then(audit.record(sheet.actor(), "counter-sheet-checked", id.toString(), Map.of()))));
    }

    private Mono<Void> breakOff(CounterBatchId id, List<FieldError> faults) {
        return inOne(id, batch -> step(batch, BREAK_OFF, next -> rows.breakOff(id, next, faults)));
    }

    /** In one transaction with the batch locked. A refusal ends the reading: somebody else has broken it off. */
    private Mono<Void> inOne(CounterBatchId id, Function<CounterBatch, Mono<Outcome<CounterBatchId>>> work) {
        return transactions
                .inOne(() -> batches.lock(id).flatMap(work).defaultIfEmpty(Outcome.refused(CounterReason.UNKNOWN)))
                .flatMap(outcome -> outcome.<Mono<Void>>fold(
                        done -> Mono.empty(), refusal -> Mono.error(() -> new RefusedException(refusal))));
    }

    private static Mono<Outcome<CounterBatchId>> step(
            CounterBatch batch, Event event, Function<BatchState, Mono<Void>> work) {
        return batch.state()
                .after(event)
                .map(next -> work.apply(next).thenReturn(Outcome.done(batch.id())))
                .orElseGet(() -> Mono.just(Outcome.refused(CounterReason.STEP_NOT_OPEN)));
    }
}

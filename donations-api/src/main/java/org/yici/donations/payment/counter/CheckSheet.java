package org.yici.donations.payment.counter;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.stereotype.Component;
import org.yici.donations.payment.counter.line.LineDefaults;
import org.yici.platform.clock.ProgramClock;
import org.yici.platform.database.Transactions;
import org.yici.platform.outcome.Outcome;
import org.yici.platform.staff.AuditTrail;
import org.yici.platform.staff.StaffMember;
import reactor.core.publisher.Mono;

/**
 * The dry run: a sheet becomes a draft in which every line has its fate. Nothing is a gift yet, and as long as one line is
 * refused nothing can be: the sheet is put right and checked again. Its batch is there at once, to say how far the reading is;
 * the sheet is read by itself ({@link ReadSheet}), whether or not anybody waits for it.
 */
@Component
public final class CheckSheet {

    private static final int NAME_CHARACTERS = 200;
    private static final Duration LOOKS_AGAIN_AFTER = Duration.ofMillis(50);

    private final CounterBatches batches;
    private final ReadingRows rows;
    private final SheetQueue queue;
    private final SheetFiles files;
    private final Transactions transactions;
    private final AuditTrail audit;
    private final ProgramClock clock;

    CheckSheet(
            CounterBatches batches,
            ReadingRows rows,
            SheetQueue queue,
            SheetFiles files,
            Transactions transactions,
            AuditTrail audit,
            ProgramClock clock) {
        this.batches = batches;
        this.rows = rows;
        this.queue = queue;
        this.files = files;
        this.transactions = transactions;
        this.audit = audit;
        this.clock = clock;
    }

    /** A file as it was sent, at a place of ours ({@link SheetFiles}). Who checks it takes it over. */
    public record Upload(Path file, String name, LineDefaults defaults) {}

    /** Takes a step in one transaction, or gives the answer that the same request got before. */
    public interface Once {

        /** @param content the SHA-256 of the file */
        Mono<Outcome<CounterBatchId>> take(byte[] content, Mono<Outcome<CounterBatchId>> step);
    }

    /**
     * The number of the batch, {@link BatchState#READING} now. Refused: {@code role}; {@code same-sheet} when this very file
     * was submitted before; {@code sheets-waiting} when too many wait to be read.
     */
    public Mono<Outcome<CounterBatchId>> check(StaffMember actor, Upload upload) {
        return check(actor, upload, (content, step) -> transactions.inOne(() -> step));
    }

    /** The same, where the same request may come again. A caller who hangs up stops listening, and nothing else. */
    public Mono<Outcome<CounterBatchId>> check(StaffMember actor, Upload upload, Once once) {
        AtomicBoolean first = new AtomicBoolean();
        Mono<Outcome<CounterBatchId>> whole = files.hash(upload.file())
                .flatMap(content -> once.take(
                        content,
                        Mono.defer(() -> takeDown(actor, upload, content)).doOnNext(outcome -> first.set(true))))
                .flatMap(outcome -> handOn(outcome, first.get(), actor, upload))
                .onErrorResume(error -> files.delete(upload.file()).then(Mono.error(error)));
        return Mono.fromFuture(whole::toFuture, true);
    }

    /** The batch when it is read, or as it stands when {@code patience} is over; empty when it is gone. */
    public Mono<CounterBatch> soon(CounterBatchId id, Duration patience) {
        return batches.find(id)
                .filter(batch -> batch.state() != BatchState.READING)
                .repeatWhenEmpty(looks ->
                        looks.take(patience.dividedBy(LOOKS_AGAIN_AFTER)).delayElements(LOOKS_AGAIN_AFTER))
                .switchIfEmpty(batches.find(id));
    }

    private Mono<Outcome<CounterBatchId>> takeDown(StaffMember actor, Upload upload, byte[] content) {
        return CounterDuty.ENTER
                .refuses(actor)
                .map(refusal -> Mono.just(Outcome.<CounterBatchId>refused(refusal)))
                .orElseGet(() -> batches.ofContent(content)
                        .map(earlier -> Outcome.<CounterBatchId>refused(CounterReason.SAME_SHEET, earlier.toString()))
                        .switchIfEmpty(Mono.defer(() -> begin(actor, upload, content))));
    }

    private Mono<Outcome<CounterBatchId>> begin(StaffMember actor, Upload upload, byte[] content) {
        return queue.isFull()
                ? Mono.just(Outcome.refused(CounterReason.SHEETS_WAITING))
                : rows.begin(name(upload.name()), content, actor.username(), clock.instant())
                        .flatMap(id -> audit.record(actor, "counter-sheet-sent", id.toString(), Map.of())
                                .thenReturn(Outcome.done(id)));
    }

    /** From here on the file is the queue's. Where another one has just filled it up, the batch counts as cut short soon. */
    private Mono<Outcome<CounterBatchId>> handOn(
            Outcome<CounterBatchId> outcome, boolean first, StaffMember actor, Upload upload) {
        boolean handed = first && outcome.fold(id -> queue.add(new WaitingSheet(id, actor, upload)), refusal -> false);
        return handed ? Mono.just(outcome) : files.delete(upload.file()).thenReturn(outcome);
    }

    private static String name(String name) {
        String plain = name.replaceAll("\\p{Cntrl}", "").strip();
        return plain.length() > NAME_CHARACTERS ? plain.substring(0, NAME_CHARACTERS) : plain;
    }
}

package org.yici.disbursement.crosscheck.extract;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.yici.disbursement.SheetParts;
import org.yici.disbursement.crosscheck.extract.Extract.Counts;
import org.yici.disbursement.crosscheck.extract.Extract.State;
import org.yici.platform.database.Transactions;
import org.yici.platform.outcome.InvalidInput;
import org.yici.platform.outcome.Outcome;
import org.yici.platform.sheet.SheetLimits;
import org.yici.platform.sheet.SheetRows;
import org.yici.platform.sheet.Sheets;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/**
 * Reads an extract to its end, many rows a transaction, so that a page can show how far it is. One that stopped half-way
 * begins anew: its file is kept.
 */
@Component
public final class ReadExtract {

    private static final Logger log = LoggerFactory.getLogger(ReadExtract.class);
    static final Duration LEASE = Duration.ofMinutes(2);
    private static final int ROWS_AT_ONCE = 2_000;

    private final Extracts extracts;
    private final ExtractRows rows;
    private final SheetParts files;
    private final Transactions transactions;
    private final Scheduler sheetScheduler;

    ReadExtract(
            Extracts extracts,
            ExtractRows rows,
            SheetParts files,
            Transactions transactions,
            Scheduler sheetScheduler) {
        this.extracts = extracts;
        this.rows = rows;
        this.files = files;
        this.transactions = transactions;
        this.sheetScheduler = sheetScheduler;
    }

    /** What a dry run says: nothing is kept. */
    public record DryRun(Counts counts, List<ExtractRows.Wrong> wrong) {}

    /** One round: every extract that waits, each to its end. */
    Mono<Void> round() {
        return extracts.claim(LEASE)
                .flatMap(this::read)
                .expand(done -> extracts.claim(LEASE).flatMap(this::read))
                .then();
    }

    /** The extract as it is then: a draft, or unreadable. */
    Mono<Extract> read(ExtractId id) {
        return extracts.find(id)
                .flatMap(extract -> Mono.usingWhen(
                        onDisk(() -> Files.createTempFile("yici-", ".extract")),
                        path -> rows.deleteOf(id)
                                .then(files.restore(SheetParts.Of.EXTRACT, id.number(), path))
                                .then(Mono.defer(() -> keepAll(extract, path))),
                        path -> onDisk(() -> Files.deleteIfExists(path))))
                .flatMap(counts -> extracts.finish(id, State.DRAFT, counts))
                .onErrorResume(InvalidInput.class, unreadable -> unreadable(id, unreadable))
                .then(extracts.find(id));
    }

    private <T> Mono<T> onDisk(Callable<T> work) {
        return Mono.fromCallable(work).subscribeOn(sheetScheduler);
    }

    private Mono<Void> unreadable(ExtractId id, InvalidInput why) {
        log.warn("Extract {} is unreadable: {}", id, why.errors().get(0).messageKey());
        return rows.deleteOf(id).then(extracts.finish(id, State.UNREADABLE, new Counts(0, 0, 0)));
    }

    private Mono<Counts> keepAll(Extract extract, Path file) {
        return pieces(file, new ExtractWalk(extract.kind(), extract.asOf()))
                .subscribeOn(sheetScheduler)
                .buffer(ROWS_AT_ONCE)
                .concatMap(part -> keep(extract.id(), part), 1)
                .reduce(new Counts(0, 0, 0), ReadExtract::plus);
    }

    private Mono<Counts> keep(ExtractId id, List<Piece> part) {
        Part sorted = Part.of(part);
        return transactions
                .inOne(() -> rows.insert(id, sorted.kept())
                        .then(rows.insertWrong(id, sorted.told()))
                        .then(extracts.progress(id, sorted.last(), LEASE))
                        .thenReturn(Outcome.done(sorted.counts())))
                .map(outcome -> outcome.fold(done -> done, refusal -> new Counts(0, 0, 0)));
    }

    /** Reads a file without keeping anything of it; at most {@code mostWrong} rows are told one by one. */
    public Mono<DryRun> dryRun(BringExtract.Upload upload, int mostWrong) {
        return pieces(upload.file(), new ExtractWalk(upload.kind(), upload.asOf()))
                .subscribeOn(sheetScheduler)
                .buffer(ROWS_AT_ONCE)
                .map(Part::of)
                .reduce(new DryRun(new Counts(0, 0, 0), List.of()), (sum, part) -> {
                    List<ExtractRows.Wrong> wrong = new ArrayList<>(sum.wrong());
                    part.wrong().stream().limit(mostWrong - wrong.size()).forEach(wrong::add);
                    return new DryRun(plus(sum.counts(), part.counts()), List.copyOf(wrong));
                });
    }

    private static Flux<Piece> pieces(Path file, ExtractWalk walk) {
        return Flux.using(
                () -> Sheets.open(file, SheetLimits.LARGE),
                sheet -> Flux.fromIterable(() -> sheet)
                        .concatMapIterable(row -> walk.row(row).toList())
                        .concatWith(Flux.defer(() -> Flux.fromStream(walk.end()))),
                SheetRows::close);
    }

    private static Counts plus(Counts sum, Counts more) {
        return new Counts(
                sum.rows() + more.rows(), sum.refused() + more.refused(), sum.passedOver() + more.passedOver());
    }

    /** Some rows, by what becomes of them. */
    private record Part(
            List<ExtractRow> kept,
            List<ExtractRows.Wrong> wrong,
            List<ExtractRows.Wrong> totals,
            int passedOver,
            int last) {

        static Part of(List<Piece> pieces) {
            List<ExtractRow> kept = new ArrayList<>();
            List<ExtractRows.Wrong> wrong = new ArrayList<>();
            List<ExtractRows.Wrong> totals = new ArrayList<>();
            int passedOver = 0;
            int last = 0;
            for (Piece piece : pieces) {
                if (piece instanceof Piece.Kept found) {
                    kept.add(found.row());
                    last = found.row().row();
                } else if (piece instanceof Piece.Refused refused) {
                    wrong.add(new ExtractRows.Wrong(refused.row(), refused.problems()));
                    last = refused.row();
                } else if (piece instanceof Piece.PassedOver passed) {
                    passedOver++;
                    if (passed.total()) {
                        totals.add(total(passed.row()));
                    }
                }
            }
            return new Part(kept, wrong, totals, passedOver, last);
        }

        private static ExtractRows.Wrong total(int row) {
            return new ExtractRows.Wrong(
                    row, List.of(RowProblem.of(Integer.toString(row), Column.IDENTITY, "", RowFlaw.TOTAL_ROW)));
        }

        /** What is told row by row: what is wrong, and which rows were taken for totals. */
        List<ExtractRows.Wrong> told() {
            return Stream.concat(wrong.stream(), totals.stream()).toList();
        }

        Counts counts() {
            return new Counts(kept.size(), wrong.size(), passedOver);
        }
    }
}

package org.yici.donations.payment.counter;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.yici.donations.payment.counter.line.Column;
import org.yici.donations.payment.counter.line.LineFate;
import org.yici.donations.payment.counter.line.LineIdentity;
import org.yici.donations.payment.counter.sheet.CheckedLine;
import org.yici.platform.clock.ProgramClock;
import org.yici.platform.database.Transactions;
import org.yici.platform.outcome.FieldError;
import org.yici.platform.outcome.InvalidInput;
import org.yici.platform.outcome.Outcome;
import org.yici.platform.sheet.SheetCell;
import org.yici.platform.staff.AuditTrail;
import org.yici.platform.staff.StaffMember;
import reactor.core.publisher.Mono;

/** A gift that is typed in, held against the same rules as a line of a sheet. It joins the draft that its clerk types at. */
@Component
public final class EnterGift {

    /** As many as a second person can look through. */
    static final int MOST_LINES = 500;

    private final LineChecks checks;
    private final CounterBatches batches;
    private final CounterLines lines;
    private final LineIdentity identities;
    private final SubmittedGifts submitted;
    private final Transactions transactions;
    private final AuditTrail audit;
    private final ProgramClock clock;

    EnterGift(
            LineChecks checks,
            CounterBatches batches,
            CounterLines lines,
            LineIdentity identities,
            SubmittedGifts submitted,
            Transactions transactions,
            AuditTrail audit,
            ProgramClock clock) {
        this.checks = checks;
        this.batches = batches;
        this.lines = lines;
        this.identities = identities;
        this.submitted = submitted;
        this.transactions = transactions;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * The draft that the gift stands in now. Refused: {@code role}, {@code too-many-lines}.
     *
     * @throws InvalidInput as an error, with everything that is wrong with the gift, by columns
     */
    public Mono<Outcome<CounterBatchId>> enter(StaffMember actor, Map<Column, SheetCell> typed) {
        return CounterDuty.ENTER
                .refuses(actor)
                .map(refusal -> Mono.just(Outcome.<CounterBatchId>refused(refusal)))
                .orElseGet(() -> checks.now()
                        .map(check -> new CheckedLine(null, check.check(typed)))
                        .flatMap(line -> transactions.inOne(() -> add(actor, line))));
    }

    private Mono<Outcome<CounterBatchId>> add(StaffMember actor, CheckedLine line) {
        return batches.lockTyped(actor.username())
                .switchIfEmpty(Mono.defer(() -> batches.insertTyped(actor.username(), clock.instant())))
                .flatMap(draft -> draft.counts().good() >= MOST_LINES
                        ? Mono.just(Outcome.refused(CounterReason.TOO_MANY_LINES, MOST_LINES))
                        : add(actor, draft.id(), line));
    }

    private Mono<Outcome<CounterBatchId>> add(StaffMember actor, CounterBatchId draft, CheckedLine line) {
        return known(draft, line)
                .flatMap(sound -> lines.last(draft).flatMap(last -> lines.insert(draft, last + 1, List.of(sound))))
                .then(batches.count(draft))
                .then(audit.record(actor, "counter-gift-entered", draft.toString(), Map.of()))
                .thenReturn(Outcome.done(draft));
    }

    /** The line once it is known to be no gift that stands in this draft or in another batch. */
    private Mono<CheckedLine> known(CounterBatchId draft, CheckedLine line) {
        Recognising recognising = new Recognising(identities, submitted);
        return lines.after(draft, 0, CounterLines.Shown.ALL, MOST_LINES)
                .map(earlier -> new CheckedLine(earlier.number(), earlier.fate()))
                .concatWithValues(line)
                .collectList()
                .flatMap(recognising::among)
                .map(all -> sound(all.get(all.size() - 1)));
    }

    private static CheckedLine sound(CheckedLine line) {
        if (line.fate() instanceof LineFate.Refused refused) {
            throw new InvalidInput(refused.problems().stream()
                    .map(problem -> new FieldError(
                            problem.column().name(), problem.flaw().messageKey(), List.copyOf(problem.arguments())))
                    .toList());
        }
        return line;
    }
}

package org.yici.donations.payment.reconciliation.statement;

import java.nio.file.Path;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.yici.donations.payment.counter.ContentHash;
import org.yici.donations.payment.reconciliation.statement.paper.BankStatement;
import org.yici.donations.payment.reconciliation.statement.paper.StatementFile;
import org.yici.platform.clock.ProgramClock;
import org.yici.platform.database.Transactions;
import org.yici.platform.outcome.InvalidInput;
import org.yici.platform.outcome.Outcome;
import org.yici.platform.staff.AuditTrail;
import org.yici.platform.staff.StaffMember;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/** The dry look: a file becomes a statement that says what each of its lines would be, and changes nothing else. */
@Component
public final class BringStatement {

    private static final int NAME_CHARACTERS = 200;

    private final Statements statements;
    private final StatementLines lines;
    private final Transactions transactions;
    private final AuditTrail audit;
    private final ProgramClock clock;
    private final Scheduler sheetScheduler;

    BringStatement(
            Statements statements,
            StatementLines lines,
            Transactions transactions,
            AuditTrail audit,
            ProgramClock clock,
            Scheduler sheetScheduler) {
        this.statements = statements;
        this.lines = lines;
        this.transactions = transactions;
        this.audit = audit;
        this.clock = clock;
        this.sheetScheduler = sheetScheduler;
    }

    /**
     * The statement to look at; of a file that somebody looks at already it is that one. Refused: {@code role};
     * {@code same-statement} when this very file was filed before.
     *
     * @throws InvalidInput as an error, where the file is no statement or lines of it cannot be
     */
    public Mono<Outcome<StatementId>> bring(StaffMember actor, Path file, String name) {
        return StatementDuty.FILE
                .refuses(actor)
                .map(refusal -> Mono.just(Outcome.<StatementId>refused(refusal)))
                .orElseGet(() -> Mono.fromCallable(() -> ContentHash.of(file))
                        .subscribeOn(sheetScheduler)
                        .flatMap(hash -> statements
                                .ofContent(hash)
                                .map(BringStatement::known)
                                .switchIfEmpty(Mono.defer(() -> read(actor, file, name, hash)))));
    }

    private static Outcome<StatementId> known(Statement earlier) {
        return earlier.isFiled()
                ? Outcome.refused(StatementReason.SAME_STATEMENT, earlier.id().toString())
                : Outcome.done(earlier.id());
    }

    private Mono<Outcome<StatementId>> read(StaffMember actor, Path file, String name, byte[] hash) {
        return Mono.fromCallable(() -> StatementFile.read(file, clock.today()))
                .subscribeOn(sheetScheduler)
                .flatMap(paper -> transactions.inOne(() -> keep(actor, paper, plain(name), hash)));
    }

    private Mono<Outcome<StatementId>> keep(StaffMember actor, BankStatement paper, String name, byte[] hash) {
        return statements
                .insert(paper, name, hash, actor.username(), clock.instant())
                .flatMap(id -> lines.insert(id, paper.lines())
                        .then(audit.record(actor, "bank-statement-brought", id.toString(), Map.of()))
                        .thenReturn(Outcome.done(id)));
    }

    private static String plain(String name) {
        String plain = name.replaceAll("\\p{Cntrl}", "").strip();
        return plain.length() > NAME_CHARACTERS ? plain.substring(0, NAME_CHARACTERS) : plain;
    }
}

package org.yici.donations.payment.reconciliation.statement;

import java.util.Map;
import org.springframework.stereotype.Component;
import org.yici.platform.clock.ProgramClock;
import org.yici.platform.database.Transactions;
import org.yici.platform.outcome.Outcome;
import org.yici.platform.staff.AuditTrail;
import org.yici.platform.staff.StaffMember;
import reactor.core.publisher.Mono;

/**
 * Files a statement that was looked at: whole, once, and with everything that was open before matched anew. Whoever else files
 * at the same time waits and then finds it done.
 */
@Component
public final class FileStatement {

    private final Statements statements;
    private final StatementLines lines;
    private final MatchOpen matching;
    private final Transactions transactions;
    private final AuditTrail audit;
    private final ProgramClock clock;

    FileStatement(
            Statements statements,
            StatementLines lines,
            MatchOpen matching,
            Transactions transactions,
            AuditTrail audit,
            ProgramClock clock) {
        this.statements = statements;
        this.lines = lines;
        this.matching = matching;
        this.transactions = transactions;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Refused: {@code role}, {@code not-found}; {@code same-statement} when the same file was filed meanwhile;
     * {@code nothing-new} when each of its lines was. One that is filed is filed: again it is the same.
     */
    public Mono<Outcome<StatementId>> file(StaffMember actor, StatementId id) {
        return StatementDuty.FILE
                .refuses(actor)
                .map(refusal -> Mono.just(Outcome.<StatementId>refused(refusal)))
                .orElseGet(() -> transactions.inOne(() -> statements
                        .oneAtATime()
                        .then(statements.find(id))
                        .flatMap(statement -> statement.isFiled() ? done(id) : unlessKnown(actor, id))
                        .defaultIfEmpty(Outcome.refused(StatementReason.UNKNOWN))));
    }

    private static Mono<Outcome<StatementId>> done(StatementId id) {
        return Mono.just(Outcome.done(id));
    }

    private Mono<Outcome<StatementId>> unlessKnown(StaffMember actor, StatementId id) {
        return statements
                .filedAs(id)
                .map(same -> Outcome.<StatementId>refused(StatementReason.SAME_STATEMENT, same.toString()))
                .switchIfEmpty(Mono.defer(() -> lines.news(id)
                        .flatMap(news -> news == 0
                                ? Mono.just(Outcome.<StatementId>refused(StatementReason.NOTHING_NEW))
                                : write(actor, id, news))));
    }

    private Mono<Outcome<StatementId>> write(StaffMember actor, StatementId id, long news) {
        return statements
                .file(id, actor.username(), clock.instant())
                .then(lines.file(id))
                .then(matching.run())
                .then(audit.record(actor, "bank-statement-filed", id.toString(), Map.of("lines", news)))
                .then(done(id));
    }
}

package org.yici.donations.payment.reconciliation.statement;

import java.util.Map;
import org.springframework.stereotype.Component;
import org.yici.platform.database.Transactions;
import org.yici.platform.outcome.Outcome;
import org.yici.platform.staff.AuditTrail;
import org.yici.platform.staff.StaffMember;
import reactor.core.publisher.Mono;

/** Throws away a statement that was only looked at, with all that it says of people. */
@Component
public final class DiscardStatement {

    private final Statements statements;
    private final Transactions transactions;
    private final AuditTrail audit;

    DiscardStatement(Statements statements, Transactions transactions, AuditTrail audit) {
        this.statements = statements;
        this.transactions = transactions;
        this.audit = audit;
    }

    /** Refused: {@code role}, {@code not-found}, {@code step-not-open} once it is filed. */
    public Mono<Outcome<StatementId>> discard(StaffMember actor, StatementId id) {
        return StatementDuty.FILE
                .refuses(actor)
                .map(refusal -> Mono.just(Outcome.<StatementId>refused(refusal)))
                .orElseGet(() -> transactions.inOne(() -> statements
                        .oneAtATime()
                        .then(statements.find(id))
                        .flatMap(statement -> statement.isFiled()
                                ? Mono.just(Outcome.<StatementId>refused(StatementReason.FILED))
                                : delete(actor, id))
                        .defaultIfEmpty(Outcome.refused(StatementReason.UNKNOWN))));
    }

    private Mono<Outcome<StatementId>> delete(StaffMember actor, StatementId id) {
        return statements
                .delete(id)
                .then(audit.record(actor, "bank-statement-discarded", id.toString(), Map.of()))
                .thenReturn(Outcome.done(id));
    }
}

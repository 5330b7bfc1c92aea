package org.yici.donations.payment.reconciliation.statement;

import java.util.Map;
import org.springframework.stereotype.Component;
import org.yici.platform.database.Transactions;
import org.yici.platform.outcome.Outcome;
import org.yici.platform.staff.AuditTrail;
import org.yici.platform.staff.StaffMember;
import reactor.core.publisher.Mono;

/** Looks once more for what is open, without waiting for the next statement: something may have been booked since. */
@Component
public final class MatchAgain {

    private final Statements statements;
    private final MatchOpen matching;
    private final Transactions transactions;
    private final AuditTrail audit;

    MatchAgain(Statements statements, MatchOpen matching, Transactions transactions, AuditTrail audit) {
        this.statements = statements;
        this.matching = matching;
        this.transactions = transactions;
        this.audit = audit;
    }

    /** @param from the statement that the actor looks at; all of them are matched. Refused: {@code role}, {@code not-found} */
    public Mono<Outcome<StatementId>> match(StaffMember actor, StatementId from) {
        return StatementDuty.FILE
                .refuses(actor)
                .map(refusal -> Mono.just(Outcome.<StatementId>refused(refusal)))
                .orElseGet(() -> transactions.inOne(() -> statements
                        .oneAtATime()
                        .then(statements.find(from))
                        .flatMap(statement -> matching.run()
                                .then(audit.record(actor, "bank-statements-matched", from.toString(), Map.of()))
                                .thenReturn(Outcome.done(from)))
                        .defaultIfEmpty(Outcome.refused(StatementReason.UNKNOWN))));
    }
}

package org.yici.donations.payment.reconciliation.statement;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yici.donations.payment.reconciliation.statement.match.BookedSettlement;
import org.yici.donations.payment.reconciliation.statement.match.LineId;
import org.yici.donations.payment.reconciliation.statement.match.Match;
import org.yici.platform.database.Transactions;
import org.yici.platform.outcome.Outcome;
import org.yici.platform.staff.AuditTrail;
import org.yici.platform.staff.StaffMember;
import reactor.core.publisher.Mono;

/** A person says which settlement a line is, where several may be meant or nothing names the one. */
@Component
public final class ChooseSettlement {

    private final Statements statements;
    private final StatementLines lines;
    private final Books books;
    private final WriteMatches writing;
    private final Transactions transactions;
    private final AuditTrail audit;

    ChooseSettlement(
            Statements statements,
            StatementLines lines,
            Books books,
            WriteMatches writing,
            Transactions transactions,
            AuditTrail audit) {
        this.statements = statements;
        this.lines = lines;
        this.books = books;
        this.writing = writing;
        this.transactions = transactions;
        this.audit = audit;
    }

    /**
     * Only what the page offers can be chosen.
     *
     * @param sequence of the settlement's journal
     * @return refused {@code role}; {@code no-choice} when the line is not open or the settlement is none that it may be
     */
    public Mono<Outcome<StatementId>> choose(StaffMember actor, LineId line, long sequence) {
        return StatementDuty.FILE
                .refuses(actor)
                .map(refusal -> Mono.just(Outcome.<StatementId>refused(refusal)))
                .orElseGet(() -> transactions.inOne(() -> statements
                        .oneAtATime()
                        .then(lines.open().collectList())
                        .flatMap(books::match)
                        .flatMap(matches -> chosen(matches.get(line), sequence)
                                .map(settlement -> write(actor, line, settlement))
                                .orElseGet(() -> Mono.just(Outcome.refused(StatementReason.NO_CHOICE))))));
    }

    private static Optional<BookedSettlement> chosen(@Nullable Match match, long sequence) {
        List<BookedSettlement> offered =
                match == null ? List.of() : match.fold(List::of, transfer -> List.of(), o -> o);
        return offered.stream()
                .filter(settlement -> settlement.sequence() == sequence)
                .findFirst();
    }

    private Mono<Outcome<StatementId>> write(StaffMember actor, LineId line, BookedSettlement settlement) {
        return writing.write(Map.of(line, new Match.Settled(settlement)))
                .then(audit.record(
                        actor, "bank-line-matched", line.toString(), Map.of("settlement", settlement.sequence())))
                .thenReturn(Outcome.done(new StatementId(line.statement())));
    }
}

package org.yici.donations.payment.reconciliation.statement;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.yici.donations.payment.discrepancy.Discrepancies;
import org.yici.donations.payment.discrepancy.Discrepancy.Kind;
import org.yici.donations.payment.reconciliation.statement.match.BookedSettlement;
import org.yici.donations.payment.reconciliation.statement.match.Match;
import org.yici.donations.payment.reconciliation.statement.match.OpenCredit;
import reactor.core.publisher.Mono;

/**
 * Matches whatever is open with our books, of all statements, inside the caller's transaction, and tells a person of what stays
 * open on either side: money that nothing accounts for, and a settlement of which the statements of all its days say nothing.
 */
@Component
class MatchOpen {

    private final Statements statements;
    private final StatementLines lines;
    private final Settlements settlements;
    private final Books books;
    private final WriteMatches writing;
    private final Discrepancies discrepancies;

    MatchOpen(
            Statements statements,
            StatementLines lines,
            Settlements settlements,
            Books books,
            WriteMatches writing,
            Discrepancies discrepancies) {
        this.statements = statements;
        this.lines = lines;
        this.settlements = settlements;
        this.books = books;
        this.writing = writing;
        this.discrepancies = discrepancies;
    }

    /** Asked after {@link Statements#oneAtATime}: two at once would take the same entry for two lines. */
    Mono<Void> run() {
        return lines.open()
                .collectList()
                .flatMap(books::match)
                .flatMap(matches ->
                        writing.write(matches).then(tellOfCredits()).then(tellOfSettlements(offered(matches.values()))))
                .then(lines.forgetExplained());
    }

    /** What a line may be is asked about there. */
    private static Set<Long> offered(Collection<Match> matches) {
        Set<Long> offered = new HashSet<>();
        for (Match match : matches) {
            if (match instanceof Match.Open open) {
                open.choices().forEach(choice -> offered.add(choice.sequence()));
            }
        }
        return offered;
    }

    private Mono<Void> tellOfCredits() {
        return lines.untold()
                .collectList()
                .flatMapIterable(untold -> untold)
                .concatMap(this::tell)
                .then();
    }

    private Mono<Void> tell(OpenCredit credit) {
        return discrepancies.open(
                Kind.UNKNOWN_CREDIT, WriteMatches.BANK, credit.line().toString(), null, credit.fen());
    }

    private Mono<Void> tellOfSettlements(Set<Long> offered) {
        return Mono.zip(statements.coverage(), settlements.unmatched().collectList())
                .flatMapIterable(parts -> parts.getT2().stream()
                        .filter(settlement -> !settlement.missed() && !offered.contains(settlement.sequence()))
                        .filter(settlement -> parts.getT1().tellsOf(settlement.day()))
                        .toList())
                .concatMap(this::tell)
                .then();
    }

    private Mono<Void> tell(BookedSettlement settlement) {
        return discrepancies.open(
                Kind.SETTLEMENT_NOT_AT_BANK, settlement.provider(), settlement.number(), null, settlement.fen());
    }
}

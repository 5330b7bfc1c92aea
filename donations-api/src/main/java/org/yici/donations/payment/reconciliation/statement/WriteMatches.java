package org.yici.donations.payment.reconciliation.statement;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.yici.donations.payment.discrepancy.Discrepancies;
import org.yici.donations.payment.discrepancy.Discrepancy.Kind;
import org.yici.donations.payment.reconciliation.statement.match.BookedSettlement;
import org.yici.donations.payment.reconciliation.statement.match.LineId;
import org.yici.donations.payment.reconciliation.statement.match.Match;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Writes down which lines are which entries of our books; what a person was to look at because of them fits now. */
@Component
class WriteMatches {

    /** Where the bank itself is meant. */
    static final String BANK = "bank";

    private final StatementLines lines;
    private final Discrepancies discrepancies;

    WriteMatches(StatementLines lines, Discrepancies discrepancies) {
        this.lines = lines;
        this.discrepancies = discrepancies;
    }

    /** Inside the caller's transaction. What is still open is passed over. */
    Mono<Void> write(Map<LineId, Match> matches) {
        Map<LineId, BookedSettlement> settled = new LinkedHashMap<>();
        Map<LineId, Long> given = new LinkedHashMap<>();
        matches.forEach((line, match) -> {
            if (match instanceof Match.Settled found) {
                settled.put(line, found.settlement());
            } else if (match instanceof Match.Given found) {
                given.put(line, found.transfer().sequence());
            }
        });
        return lines.matched(Fate.SETTLEMENT, sequences(settled))
                .then(lines.matched(Fate.GIFT, given))
                .then(fit(settled.keySet()))
                .then(fit(given.keySet()))
                .thenMany(Flux.fromIterable(settled.values()).filter(BookedSettlement::missed))
                .concatMap(settlement -> discrepancies.fits(
                        Kind.SETTLEMENT_NOT_AT_BANK, settlement.provider(), List.of(settlement.number())))
                .then();
    }

    private static Map<LineId, Long> sequences(Map<LineId, BookedSettlement> settled) {
        Map<LineId, Long> sequences = new LinkedHashMap<>();
        settled.forEach((line, settlement) -> sequences.put(line, settlement.sequence()));
        return sequences;
    }

    private Mono<Void> fit(Set<LineId> matched) {
        return discrepancies.fits(
                Kind.UNKNOWN_CREDIT,
                BANK,
                matched.stream().map(LineId::toString).toList());
    }
}

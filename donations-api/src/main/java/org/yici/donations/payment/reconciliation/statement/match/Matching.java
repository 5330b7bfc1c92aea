package org.yici.donations.payment.reconciliation.statement.match;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.function.Function;

/**
 * Finds for each credit what it is in our books. Amounts have to be the same to the fen. First by number, whenever it came: the
 * bank's own of a transfer at the counter, the provider's own of a settlement. Then by a provider's name in the words and a day
 * within {@link BankDays#WINDOW}. A pair counts only where neither has another partner; what is less sure is left to a person.
 */
public final class Matching {

    private final Map<LineId, OpenCredit> credits = new LinkedHashMap<>();
    private final Map<Long, BookedSettlement> settlements = new LinkedHashMap<>();
    private final Map<Long, BookedTransfer> transfers = new LinkedHashMap<>();
    private final Map<LineId, Match> found = new HashMap<>();

    private Matching(List<OpenCredit> credits, List<BookedSettlement> settlements, List<BookedTransfer> transfers) {
        credits.forEach(credit -> this.credits.put(credit.line(), credit));
        settlements.forEach(settlement -> this.settlements.put(settlement.sequence(), settlement));
        transfers.forEach(transfer -> this.transfers.put(transfer.sequence(), transfer));
    }

    /** A match for each of the credits. */
    public static Map<LineId, Match> of(
            List<OpenCredit> credits, List<BookedSettlement> settlements, List<BookedTransfer> transfers) {
        Matching matching = new Matching(credits, settlements, transfers);
        matching.pair(matching.transfers, BookedTransfer::fen, Matching::hasItsNumber, Match.Given::new);
        matching.pair(matching.settlements, BookedSettlement::fen, Matching::hasItsNumber, Match.Settled::new);
        matching.pair(matching.settlements, BookedSettlement::fen, Matching::namesIt, Match.Settled::new);
        matching.leaveTheOthers();
        return matching.found;
    }

    /**
     * Pairs each credit with the one thing that fits it, where that fits nothing else. Where several fit, the credit claims all
     * of them: none may go to another as if it were sure.
     */
    private <T> void pair(
            Map<Long, T> things, Function<T, Long> fen, BiPredicate<OpenCredit, T> fits, Function<T, Match> match) {
        Map<Long, List<Long>> byAmount = new HashMap<>();
        things.forEach((sequence, thing) -> byAmount.computeIfAbsent(fen.apply(thing), amount -> new ArrayList<>())
                .add(sequence));
        Map<Long, List<LineId>> claims = new HashMap<>();
        Map<LineId, Integer> claimed = new HashMap<>();
        for (OpenCredit credit : credits.values()) {
            for (long sequence : byAmount.getOrDefault(credit.fen(), List.of())) {
                if (fits.test(credit, requireNonNull(things.get(sequence)))) {
                    claims.computeIfAbsent(sequence, thing -> new ArrayList<>()).add(credit.line());
                    claimed.merge(credit.line(), 1, Integer::sum);
                }
            }
        }
        claims.forEach((sequence, lines) -> {
            LineId line = lines.get(0);
            if (lines.size() == 1 && claimed.getOrDefault(line, 0) == 1) {
                found.put(line, match.apply(requireNonNull(things.remove(sequence))));
                credits.remove(line);
            }
        });
    }

    private void leaveTheOthers() {
        credits.values()
                .forEach(credit -> found.put(
                        credit.line(),
                        new Match.Open(settlements.values().stream()
                                .filter(settlement -> settlement.fen() == credit.fen())
                                .filter(settlement -> hasItsNumber(credit, settlement) || mayBe(credit, settlement))
                                .toList())));
    }

    private static boolean hasItsNumber(OpenCredit credit, BookedTransfer transfer) {
        return credit.has(transfer.reference());
    }

    private static boolean hasItsNumber(OpenCredit credit, BookedSettlement settlement) {
        return credit.has(settlement.number());
    }

    private static boolean namesIt(OpenCredit credit, BookedSettlement settlement) {
        return ProviderNames.names(credit.words(), settlement.provider())
                && BankDays.areNear(credit.day(), settlement.day());
    }

    /** Amount and day fit. Nobody has said whose money it is, or it is not sure which of several. */
    private static boolean mayBe(OpenCredit credit, BookedSettlement settlement) {
        return !ProviderNames.namesAnother(credit.words(), settlement.provider())
                && BankDays.areNear(credit.day(), settlement.day());
    }
}

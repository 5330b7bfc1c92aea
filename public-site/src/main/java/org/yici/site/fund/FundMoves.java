package org.yici.site.fund;

import java.util.LinkedHashMap;
import java.util.Map;
import org.yici.site.feed.PublicJournal;
import org.yici.site.feed.PublicJournal.Entry;

/** What each kind of journal does to the figures of funds: pure, and the one place that says it. */
final class FundMoves {

    private FundMoves() {}

    /**
     * @param shares of the journal's grant, if it has one; kept up to date
     * @return the moves by fund; empty when the journal moves no figure of a fund
     */
    static Map<String, FundMove> of(PublicJournal journal, Shares shares) {
        Map<String, FundMove> moves = new LinkedHashMap<>();
        switch (journal.kind()) {
            case "payout-confirmed" ->
                shares.pay(journal.amount(), (fund, fen) -> add(moves, fund, FundMove.payment(fen)));
            case "payout-returned" -> {
                long back = journal.sumOn("bank:");
                if (back > 0) {
                    shares.payBack(back, (fund, fen) -> add(moves, fund, FundMove.payment(fen)));
                }
            }
            default -> journal.onFunds().forEach(entry -> add(moves, entry.fund(), move(journal, entry, shares)));
        }
        return moves;
    }

    private static FundMove move(PublicJournal journal, Entry entry, Shares shares) {
        long fen = -entry.amount();
        return switch (journal.kind()) {
            case "donation" -> FundMove.gift(fen, journal.remarks().newFundDonor());
            case "refund" -> FundMove.refund(-fen, journal.remarks().fundDonorGone());
            case "fee" -> FundMove.cost(-fen);
            case "award", "release" -> {
                shares.award(entry.fund(), -fen);
                yield FundMove.award(-fen);
            }
            case "grant-returned" -> {
                shares.giveBack(entry.fund(), fen);
                yield FundMove.givenBack(fen);
            }
            case "transfer" -> FundMove.transfer(fen);
            default -> correction(journal, fen);
        };
    }

    /** A correction is counted where its other side lies. */
    private static FundMove correction(PublicJournal journal, long fen) {
        if (journal.sumOn("fund:") == 0) {
            return FundMove.transfer(fen);
        }
        if (journal.sumOn("cost:") != 0) {
            return FundMove.cost(-fen);
        }
        if (journal.sumOn("payable:refunds") != 0) {
            return FundMove.refund(-fen, false);
        }
        return FundMove.corrected(fen);
    }

    private static void add(Map<String, FundMove> moves, String fund, FundMove move) {
        moves.merge(fund, move, FundMove::plus);
    }
}

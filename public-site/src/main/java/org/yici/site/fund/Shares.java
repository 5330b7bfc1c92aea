package org.yici.site.fund;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/**
 * What each fund bears of one award, and how much of it is paid. A payment in part takes the funds in the order of their
 * codes, and what comes back leaves them in the reverse order.
 */
final class Shares {

    private final TreeMap<String, Share> byFund = new TreeMap<>();

    /** @param awarded less what was released, fen */
    record Share(long awarded, long disbursed) {}

    static Shares none() {
        return new Shares();
    }

    void know(String fund, long awarded, long disbursed) {
        byFund.put(fund, new Share(awarded, disbursed));
    }

    /** An award, or a release with negative fen. */
    void award(String fund, long fen) {
        byFund.merge(fund, new Share(fen, 0), (had, more) -> new Share(had.awarded + more.awarded, had.disbursed));
    }

    void pay(long fen, BiConsumer<String, Long> eachFund) {
        long left = fen;
        for (Map.Entry<String, Share> entry : byFund.entrySet()) {
            Share share = entry.getValue();
            left -= move(entry, Math.min(left, share.awarded - share.disbursed), eachFund);
        }
        requireNone(left);
    }

    void payBack(long fen, BiConsumer<String, Long> eachFund) {
        long left = fen;
        for (Map.Entry<String, Share> entry : byFund.descendingMap().entrySet()) {
            left += move(entry, -Math.min(left, entry.getValue().disbursed), eachFund);
        }
        requireNone(left);
    }

    /** From the household: that fund bears so much less of the award, and has paid so much less of it. */
    void giveBack(String fund, long fen) {
        byFund.compute(fund, (code, share) -> {
            if (share == null || share.disbursed < fen) {
                throw new IllegalStateException("fund " + fund + " has not paid " + fen + " fen of this award");
            }
            return new Share(share.awarded - fen, share.disbursed - fen);
        });
    }

    Map<String, Share> byFund() {
        return byFund;
    }

    private static long move(Map.Entry<String, Share> entry, long fen, BiConsumer<String, Long> eachFund) {
        if (fen != 0) {
            Share share = entry.getValue();
            entry.setValue(new Share(share.awarded, share.disbursed + fen));
            eachFund.accept(entry.getKey(), fen);
        }
        return fen;
    }

    private static void requireNone(long left) {
        if (left != 0) {
            throw new IllegalStateException("no fund of the award bears " + left + " fen of this payment");
        }
    }
}

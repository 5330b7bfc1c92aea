package org.yici.site.trace;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.yici.ledger.trace.GiftTrace;
import org.yici.site.fund.FundFigures;
import org.yici.site.grant.Grant;

/**
 * One gift's way, ready to be told.
 *
 * @param reached fen whose payout is confirmed
 * @param promised fen awarded and not yet paid
 * @param givenBack did some of it reach somebody and come back, because it was not used as agreed?
 */
public record GiftWay(
        long sequence,
        Instant at,
        FundFigures fund,
        long from,
        long to,
        List<Branch> branches,
        long reached,
        long promised,
        long costs,
        long refunded,
        long unspent,
        boolean givenBack) {

    private static final int WIDEST = 6;

    /**
     * The gift's share in one grant.
     *
     * @param width of the branch in the picture, 1 to 6
     */
    public record Branch(long amount, Grant grant, int width) {}

    public long amount() {
        return to - from;
    }

    public long grantsReached() {
        return branches.stream().filter(branch -> branch.grant.isPaid()).count();
    }

    static GiftWay of(GiftTrace trace, Instant at, FundFigures fund, List<Grant> grants, boolean givenBack) {
        Map<Long, Grant> bySequence = grants.stream().collect(Collectors.toMap(Grant::sequence, Function.identity()));
        List<Branch> branches = new ArrayList<>();
        long amount = trace.to() - trace.from();
        for (GiftTrace.Share share : trace.paid()) {
            Grant grant = bySequence.get(share.award());
            if (grant == null) {
                throw new IllegalStateException("no grant was awarded by journal " + share.award());
            }
            long fen = share.amount().fen();
            branches.add(new Branch(fen, grant, (int) Math.max(1, fen * WIDEST / amount)));
        }
        branches.sort(Comparator.comparing(branch -> branch.grant.sequence()));
        long reached = sum(branches, true);
        return new GiftWay(
                trace.gift(),
                at,
                fund,
                trace.from(),
                trace.to(),
                List.copyOf(branches),
                reached,
                sum(branches, false),
                trace.costs().fen(),
                trace.refunded().fen(),
                trace.unspent().fen(),
                givenBack);
    }

    private static long sum(List<Branch> branches, boolean paid) {
        return branches.stream()
                .filter(branch -> branch.grant.isPaid() == paid)
                .mapToLong(Branch::amount)
                .sum();
    }
}

package org.yici.ledger.trace;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.yici.ledger.FundCode;
import org.yici.ledger.Money;

/**
 * Follows fen along the fund lines, exactly: each fen of a gift lies in one place, and what took that place says what
 * became of it. What came back is followed to where it lies now.
 */
public final class Trace {

    private final FundLines lines;

    public Trace(FundLines lines) {
        this.lines = lines;
    }

    /** What became of a gift; empty when that journal gave nothing to a fund. */
    public Optional<GiftTrace> ofGift(long sequence) {
        return lines.gifts(sequence).stream().findFirst().map(this::follow);
    }

    /** Which gifts an award is made of; empty when that journal took nothing for an award. */
    public Optional<AwardTrace> ofAward(long sequence) {
        List<Outflow> taken = lines.taken(sequence).stream()
                .filter(outflow -> outflow.use() == Outflow.Use.AWARD)
                .toList();
        return taken.isEmpty() ? Optional.empty() : Optional.of(unravel(sequence, taken));
    }

    private GiftTrace follow(Inflow gift) {
        SortedMap<Long, Long> paid = new TreeMap<>();
        long costs = 0;
        long refunded = 0;
        long spent = 0;
        Deque<Stretch> toFollow = new ArrayDeque<>();
        toFollow.add(new Stretch(gift.fund(), gift.from(), gift.to()));
        while (!toFollow.isEmpty()) {
            Stretch here = toFollow.remove();
            for (Hole hole : lines.holesOver(here)) {
                refunded += here.within(hole.from(), hole.to()).length();
            }
            for (Outflow outflow : lines.outflowsOver(here)) {
                Stretch taken = here.within(outflow.from(), outflow.to());
                long kept = taken.length();
                for (Inflow back : lines.returnedFrom(taken)) {
                    Stretch lands = whereItLands(taken, back);
                    kept -= lands.length();
                    toFollow.add(lands);
                }
                if (outflow.use() == Outflow.Use.COST) {
                    costs += kept;
                } else if (kept > 0) {
                    paid.merge(outflow.sequence(), kept, Long::sum);
                    spent += kept;
                }
            }
        }
        List<GiftTrace.Share> shares = new ArrayList<>();
        paid.forEach((award, fen) -> shares.add(new GiftTrace.Share(award, Money.ofFen(fen))));
        return new GiftTrace(
                gift.sequence(),
                gift.fund(),
                gift.from(),
                gift.to(),
                List.copyOf(shares),
                Money.ofFen(costs),
                Money.ofFen(refunded),
                Money.ofFen(gift.length() - spent - costs - refunded));
    }

    private static Stretch whereItLands(Stretch taken, Inflow back) {
        Inflow.Origin origin = FundLines.originOf(back);
        Stretch same = taken.within(origin.from(), origin.from() + back.length());
        long shift = back.from() - origin.from();
        return new Stretch(back.fund(), same.from() + shift, same.to() + shift);
    }

    private AwardTrace unravel(long sequence, List<Outflow> taken) {
        SortedMap<Long, SortedMap<FundCode, Long>> shares = new TreeMap<>();
        Deque<Stretch> toUnravel = new ArrayDeque<>();
        for (Outflow outflow : taken) {
            toUnravel.addAll(keptOf(new Stretch(outflow.fund(), outflow.from(), outflow.to())));
        }
        while (!toUnravel.isEmpty()) {
            Stretch here = toUnravel.remove();
            for (Inflow inflow : lines.inflowsOver(here)) {
                Stretch part = here.within(inflow.from(), inflow.to());
                if (inflow.origin() == null) {
                    shares.computeIfAbsent(inflow.sequence(), any -> new TreeMap<>())
                            .merge(inflow.fund(), part.length(), Long::sum);
                } else {
                    long shift = inflow.origin().from() - inflow.from();
                    toUnravel.add(new Stretch(inflow.origin().fund(), part.from() + shift, part.to() + shift));
                }
            }
        }
        List<AwardTrace.Share> gifts = new ArrayList<>();
        shares.forEach((gift, funds) ->
                funds.forEach((fund, fen) -> gifts.add(new AwardTrace.Share(gift, fund, Money.ofFen(fen)))));
        return new AwardTrace(sequence, List.copyOf(gifts));
    }

    /** A taken stretch without what came back of it. */
    private List<Stretch> keptOf(Stretch taken) {
        List<Stretch> kept = new ArrayList<>();
        long from = taken.from();
        for (Inflow back : lines.returnedFrom(taken)) {
            long gone = FundLines.originOf(back).from();
            if (gone > from) {
                kept.add(new Stretch(taken.fund(), from, gone));
            }
            from = gone + back.length();
        }
        if (from < taken.to()) {
            kept.add(new Stretch(taken.fund(), from, taken.to()));
        }
        return kept;
    }
}

package org.yici.ledger;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A fund line told fen by fen, as naively as can be: every fen is an object that lies in some list. What the intervals
 * say must agree with it.
 */
final class History {

    /** One fen of a gift; where it went is in {@link #place}. */
    static final class Fen {
        final long gift;
        boolean moved;
        String place = "unspent";

        Fen(long gift) {
            this.gift = gift;
        }
    }

    private final Map<FundCode, List<Fen>> unspent = new TreeMap<>();
    private final Map<Long, FundCode> gifts = new LinkedHashMap<>();
    private final Map<Long, List<Fen>> fenOfGift = new LinkedHashMap<>();
    private final Map<Long, Map<FundCode, List<Fen>>> awards = new LinkedHashMap<>();

    void gift(long sequence, FundCode fund, int fen) {
        List<Fen> given = new ArrayList<>();
        for (int i = 0; i < fen; i++) {
            given.add(new Fen(sequence));
        }
        gifts.put(sequence, fund);
        fenOfGift.put(sequence, given);
        of(fund).addAll(given);
    }

    int has(FundCode fund) {
        return of(fund).size();
    }

    void award(long sequence, Map<FundCode, Integer> shares) {
        Map<FundCode, List<Fen>> taken = new TreeMap<>();
        shares.forEach((fund, fen) -> taken.put(fund, take(fund, fen, "award " + sequence)));
        awards.put(sequence, taken);
    }

    void cost(FundCode fund, int fen) {
        take(fund, fen, "cost");
    }

    /** How many fen of the award's share from that fund have not been released. */
    int heldBy(long award, FundCode fund) {
        return awards.get(award).getOrDefault(fund, List.of()).size();
    }

    List<FundCode> fundsOf(long award) {
        return List.copyOf(awards.get(award).keySet());
    }

    /** The fen taken last come back first, keeping their order, at the end of the line. */
    void release(long award, FundCode fund, int fen) {
        List<Fen> held = awards.get(award).get(fund);
        List<Fen> back = held.subList(held.size() - fen, held.size());
        append(fund, back);
        back.clear();
    }

    void transfer(FundCode from, FundCode to, int fen) {
        append(to, take(from, fen, "moving"));
    }

    /** Fen of the gift that never left the place where they were given. */
    int refundable(long gift) {
        return (int) fenOfGift.get(gift).stream()
                .filter(fen -> !fen.moved && fen.place.equals("unspent"))
                .count();
    }

    void refund(long gift, int fen) {
        List<Fen> own = new ArrayList<>(fenOfGift.get(gift));
        Collections.reverse(own);
        own.stream()
                .filter(one -> !one.moved && one.place.equals("unspent"))
                .limit(fen)
                .toList()
                .forEach(one -> {
                    one.place = "refunded";
                    of(gifts.get(gift)).remove(one);
                });
    }

    List<Long> gifts() {
        return List.copyOf(gifts.keySet());
    }

    FundCode fundOf(long gift) {
        return gifts.get(gift);
    }

    List<Long> awards() {
        return List.copyOf(awards.keySet());
    }

    /** How many fen of a gift lie where: {@code unspent}, {@code refunded}, {@code cost}, {@code award <n>}. */
    Map<String, Long> whereabouts(long gift) {
        Map<String, Long> places = new TreeMap<>();
        fenOfGift.get(gift).forEach(fen -> places.merge(fen.place, 1L, Long::sum));
        return places;
    }

    /** How many fen of each gift an award holds. */
    Map<Long, Long> sources(long award) {
        Map<Long, Long> sources = new TreeMap<>();
        awards.get(award).values().forEach(held -> held.forEach(fen -> sources.merge(fen.gift, 1L, Long::sum)));
        return sources;
    }

    private List<Fen> of(FundCode fund) {
        return unspent.computeIfAbsent(fund, any -> new ArrayList<>());
    }

    @CanIgnoreReturnValue
    private List<Fen> take(FundCode fund, int fen, String place) {
        List<Fen> front = of(fund).subList(0, fen);
        List<Fen> taken = new ArrayList<>(front);
        front.clear();
        taken.forEach(one -> {
            one.place = place;
            one.moved = true;
        });
        return taken;
    }

    private void append(FundCode fund, List<Fen> fen) {
        fen.forEach(one -> one.place = "unspent");
        of(fund).addAll(fen);
    }
}

package org.yici.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yici.ledger.SmallWorld.CAMPAIGN;
import static org.yici.ledger.SmallWorld.NOON;
import static org.yici.ledger.SmallWorld.fen;
import static org.yici.ledger.SmallWorld.gift;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.RandomDistribution;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.arbitraries.ListArbitrary;
import net.jqwik.api.statistics.Statistics;
import org.yici.ledger.trace.AwardTrace;
import org.yici.ledger.trace.GiftTrace;

/** Random moves on the real ledger, told alongside fen by fen: both must agree on every refusal and every fen. */
class RandomMovesTest {

    private static final List<FundCode> FUNDS =
            List.of(MoneyMoves.ADMIN, FundCode.of("poverty-relief"), FundCode.of("daily-kindness"));
    private static final Books books = new Books();

    private Ledger ledger;
    private History history;
    private final Map<Long, GrantCode> grants = new HashMap<>();
    private int moves;

    /** Even dice: small numbers and edge cases, which are the default, hardly ever spend anything. */
    @Provide
    ListArbitrary<Integer> dice() {
        return Arbitraries.integers()
                .between(0, 999_999)
                .withDistribution(RandomDistribution.uniform())
                .withoutEdgeCases()
                .list()
                .ofMinSize(20)
                .ofMaxSize(60);
    }

    @Property(tries = 25, shrinking = ShrinkingMode.OFF)
    void theLedgerAgreesWithAStoryToldFenByFen(@ForAll("dice") List<Integer> dice) {
        books.tryOutAsOwner((opened, database) -> {
            ledger = opened;
            history = new History();
            moves = 0;
            dice.forEach(this::move);
            history.gifts().forEach(this::giftIsWhereTheStorySays);
            history.awards().forEach(this::awardIsMadeOfWhatTheStorySays);
            FUNDS.forEach(fund ->
                    assertThat(ledger.balance(AccountCode.fund(fund)).block()).isEqualTo(fen(history.has(fund))));
            assertThat(Books.audit(database)).isEmpty();
        });
        everyMoveWasTriedBothWays();
    }

    private static void everyMoveWasTriedBothWays() {
        Statistics.label("moves").coverage(coverage -> {
            for (String answer : List.of(
                    "award posted",
                    "award floor",
                    "release posted",
                    "release over-released",
                    "transfer posted",
                    "transfer floor",
                    "refund posted",
                    "refund spent",
                    "fee posted")) {
                coverage.check(answer).count(times -> times > 0);
            }
        });
    }

    private void move(int die) {
        moves++;
        FundCode fund = FUNDS.get(die / 10 % 3);
        FundCode other = FUNDS.get((die / 10 + 1) % 3);
        int amount = die / 100 % 60 + 1;
        switch (die % 10) {
            case 0, 1, 2, 3 -> give(fund, die);
            case 4 -> award(Map.of(fund, amount));
            case 5 -> award(Map.of(fund, amount, other, amount / 2 + 1));
            case 6 -> release(die);
            case 7 -> transfer(fund, other, amount);
            case 8 -> refund(die, amount);
            default -> cost(amount);
        }
    }

    /** Several gifts in one call, to one fund or two. */
    private void give(FundCode fund, int die) {
        List<Journal> gifts = new ArrayList<>();
        for (int i = 0; i <= die / 1000 % 4; i++) {
            gifts.add(gift(moves + "/" + i, i == 2 ? FUNDS.get(0) : fund, die / 100 % 50 + 1 + i));
        }
        List<Posting> postings = ledger.post(gifts).block();
        for (int i = 0; i < gifts.size(); i++) {
            Entry credit = gifts.get(i).entries().get(1);
            FundCode to = FundCode.of(credit.account().value().substring("fund:".length()));
            history.gift(postings.get(i).sequence().orElseThrow(), to, (int)
                    -credit.amount().fen());
        }
    }

    private void award(Map<FundCode, Integer> shares) {
        GrantCode grant = GrantCode.of("G-" + moves);
        Map<FundCode, Money> money = new TreeMap<>();
        shares.forEach((fund, fen) -> money.put(fund, fen(fen)));
        boolean enough = shares.entrySet().stream().allMatch(share -> history.has(share.getKey()) >= share.getValue());
        agree(
                MoneyMoves.awardCommitted("award/" + moves, NOON, grant, AidKind.HARDSHIP, money),
                enough,
                PostingReason.FLOOR,
                sequence -> {
                    history.award(sequence, shares);
                    grants.put(sequence, grant);
                });
    }

    private void release(int die) {
        if (history.awards().isEmpty()) {
            return;
        }
        long award = history.awards().get(die / 1000 % history.awards().size());
        FundCode fund =
                history.fundsOf(award).get(die / 10 % history.fundsOf(award).size());
        int held = history.heldBy(award, fund);
        int amount = die / 100 % (held + 1) + 1;
        agree(
                MoneyMoves.awardReleased(
                        "release/" + moves,
                        NOON,
                        award,
                        grants.get(award),
                        AidKind.HARDSHIP,
                        Map.of(fund, fen(amount))),
                amount <= held,
                PostingReason.OVER_RELEASED,
                sequence -> history.release(award, fund, amount));
    }

    private void transfer(FundCode from, FundCode to, int amount) {
        agree(
                MoneyMoves.transfer("transfer/" + moves, NOON, from, to, fen(amount)),
                history.has(from) >= amount,
                PostingReason.FLOOR,
                sequence -> history.transfer(from, to, amount));
    }

    private void refund(int die, int amount) {
        if (history.gifts().isEmpty()) {
            return;
        }
        long gift = history.gifts().get(die / 1000 % history.gifts().size());
        agree(
                MoneyMoves.refundDecided("refund/" + moves, NOON, gift, history.fundOf(gift), CAMPAIGN, fen(amount)),
                history.refundable(gift) >= amount,
                PostingReason.SPENT,
                sequence -> history.refund(gift, amount));
    }

    private void cost(int amount) {
        long fee = SmallWorld.number(ledger, MoneyMoves.feeCharged("fee/" + moves, NOON, "sandbox", fen(amount)));
        agree(
                MoneyMoves.feeCovered("fee/" + moves + "/covered", NOON, fee, fen(amount)),
                history.has(MoneyMoves.ADMIN) >= amount,
                PostingReason.FLOOR,
                sequence -> history.cost(MoneyMoves.ADMIN, amount));
    }

    private void agree(
            Journal journal, boolean possible, PostingReason otherwise, java.util.function.LongConsumer tell) {
        Posting posting = SmallWorld.post(ledger, journal);
        String answer =
                posting.fold(p -> "posted", a -> "already", r -> r.reason().word());
        Statistics.label("moves").collect(journal.kind().word() + " " + answer);
        assertThat(answer).as(journal.toString()).isEqualTo(possible ? "posted" : otherwise.word());
        posting.sequence().ifPresent(tell);
    }

    private void giftIsWhereTheStorySays(long gift) {
        GiftTrace trace = ledger.traceOfGift(gift).block();
        Map<String, Long> places = new TreeMap<>();
        trace.paid()
                .forEach(share ->
                        places.put("award " + share.award(), share.amount().fen()));
        places.put("cost", trace.costs().fen());
        places.put("refunded", trace.refunded().fen());
        places.put("unspent", trace.unspent().fen());
        places.values().removeIf(fen -> fen == 0);
        assertThat(places).isEqualTo(history.whereabouts(gift));
        assertThat(places.values().stream().mapToLong(fen -> fen).sum())
                .isEqualTo(trace.amount().fen());
    }

    private void awardIsMadeOfWhatTheStorySays(long award) {
        AwardTrace trace = ledger.traceOfAward(award).block();
        Map<Long, Long> sources = new TreeMap<>();
        trace.gifts().forEach(share -> sources.put(share.gift(), share.amount().fen()));
        assertThat(sources).isEqualTo(history.sources(award));
    }
}

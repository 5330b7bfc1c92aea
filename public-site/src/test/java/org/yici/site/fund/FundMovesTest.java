package org.yici.site.fund;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.yici.site.feed.PublicJournal;
import org.yici.site.feed.PublicJournal.Entry;

/** Whatever happens to a fund, its figures add up; and they are those of the contract's example. */
class FundMovesTest {

    private final Map<String, Shares> shares = new HashMap<>();
    private final Map<String, FundMove> figures = new TreeMap<>();

    @Test
    void the_example_of_the_contract() {
        post("donation", null, entry("clearing:x", 1_000), entry("fund:a", -1_000));
        post("refund", null, entry("fund:a", 100), entry("payable:refunds", -100));
        assertThat(figures.get("a").balance()).isEqualTo(900);
        post("award", "G", entry("fund:a", 600), entry("payable:award:G", -600));
        post("payout", "G", entry("payable:award:G", 600), entry("transit:payouts", -600));
        assertThat(figures.get("a")).isEqualTo(new FundMove(1_000, 100, 0, 600, 0, 0, 300, 1, 0));
        post("payout-confirmed", "G", entry("transit:payouts", 600), entry("bank:main", -600));
        assertThat(figures.get("a")).isEqualTo(new FundMove(1_000, 100, 0, 0, 600, 0, 300, 1, 0));
        post("payout-returned", "G", entry("bank:main", 600), entry("payable:award:G", -600));
        post("release", "G", entry("payable:award:G", 600), entry("fund:a", -600));
        assertThat(figures.get("a")).isEqualTo(new FundMove(1_000, 100, 0, 0, 0, 0, 900, 1, 0));
    }

    @Test
    void what_a_household_gives_back_has_not_reached_it() {
        post("donation", null, entry("clearing:x", 1_000), entry("fund:a", -600), entry("fund:b", -400));
        post("award", "G", entry("fund:a", 300), entry("fund:b", 100), entry("payable:award:G", -400));
        post("payout-confirmed", "G", entry("transit:payouts", 400), entry("bank:main", -400));
        post("grant-returned", "G", entry("bank:main", 150), entry("fund:a", -113), entry("fund:b", -37));
        assertThat(figures.get("a").disbursed()).isEqualTo(187);
        assertThat(figures.get("a").balance()).isEqualTo(413);
        post("grant-returned", "G", entry("bank:main", 250), entry("fund:a", -187), entry("fund:b", -63));
        figures.values().forEach(figure -> assertThat(figure.disbursed()).isZero());
        assertThat(figures.values().stream().mapToLong(FundMove::balance).sum()).isEqualTo(1_000);
        figures.values().forEach(FundMovesTest::addsUp);
    }

    @Test
    void the_treasurys_money_is_in_no_figure() {
        post("donation", null, entry("clearing:x", 1_000), entry("fund:a", -1_000));
        Map<String, FundMove> before = Map.copyOf(figures);
        post("treasury-appropriation", null, entry("treasury:appropriation:tekun", -900), entry("treasury:bank", 900));
        post("treasury-due", null, entry("treasury:appropriation:tekun", 700), entry("treasury:payable:tekun", -700));
        post("treasury-paid", null, entry("treasury:bank", -700), entry("treasury:payable:tekun", 700));
        post("treasury-returned", null, entry("treasury:bank", 30), entry("treasury:payable:tekun", -30));
        post("correction", null, entry("treasury:appropriation:tekun", 200), entry("treasury:bank", -200));
        assertThat(figures).isEqualTo(before);
    }

    @Test
    void a_payout_that_never_arrived_changes_no_figure_when_it_comes_back() {
        post("donation", null, entry("clearing:x", 1_000), entry("fund:a", -1_000));
        post("award", "G", entry("fund:a", 600), entry("payable:award:G", -600));
        FundMove before = figures.get("a");
        post("payout", "G", entry("payable:award:G", 600), entry("transit:payouts", -600));
        post("payout-returned", "G", entry("transit:payouts", 600), entry("payable:award:G", -600));
        assertThat(figures.get("a")).isEqualTo(before);
    }

    @Property(tries = 200)
    void figures_always_add_up(@ForAll long seed, @ForAll @IntRange(min = 1, max = 80) int steps) {
        Random random = new Random(seed);
        List<String> awarded = new ArrayList<>();
        List<String> paid = new ArrayList<>();
        for (int i = 0; i < steps; i++) {
            happen(random, i, awarded, paid);
        }
        FundMove all = figures.values().stream().reduce(FundMove.NONE, FundMove::plus);
        assertThat(all.transferred()).isZero();
        figures.values().forEach(FundMovesTest::addsUp);
        addsUp(all);
    }

    private void happen(Random random, int step, List<String> awarded, List<String> paid) {
        long fen = 1 + random.nextInt(10_000);
        String fund = "fund:" + (char) ('a' + random.nextInt(3));
        switch (random.nextInt(9)) {
            case 0 -> post("refund", null, entry(fund, fen), entry("payable:refunds", -fen));
            case 1 -> post("fee", null, entry(fund, fen), entry("cost:payment-fees", -fen));
            case 2 -> {
                post(
                        "award",
                        "G" + step,
                        entry("fund:a", fen),
                        entry("fund:b", 1),
                        entry("payable:award:G" + step, -fen - 1));
                awarded.add("G" + step);
            }
            case 3 ->
                take(random, awarded).ifPresent(grant -> {
                    long whole = committed(grant);
                    post("payout-confirmed", grant, entry("transit:payouts", whole), entry("bank:main", -whole));
                    paid.add(grant);
                });
            case 4 ->
                take(random, paid).ifPresent(grant -> {
                    long whole = disbursed(grant);
                    post("payout-returned", grant, entry("bank:main", whole), entry("payable:award:" + grant, -whole));
                    awarded.add(grant);
                });
            case 8 ->
                take(random, paid).ifPresent(grant -> shares.get(grant).byFund().entrySet().stream()
                        .filter(share -> share.getValue().disbursed() > 0)
                        .findFirst()
                        .ifPresent(share -> {
                            long back = 1 + random.nextLong(share.getValue().disbursed());
                            post(
                                    "grant-returned",
                                    grant,
                                    entry("bank:main", back),
                                    entry("fund:" + share.getKey(), -back));
                        }));
            case 5 -> post("transfer", null, entry("fund:a", fen), entry("fund:b", -fen));
            case 6 -> post("correction", null, entry(fund, fen), entry("clearing:x", -fen));
            default -> post("donation", null, entry("clearing:x", fen), entry(fund, -fen));
        }
    }

    private static java.util.Optional<String> take(Random random, List<String> from) {
        return from.isEmpty()
                ? java.util.Optional.empty()
                : java.util.Optional.of(from.remove(random.nextInt(from.size())));
    }

    private long committed(String grant) {
        return shares.get(grant).byFund().values().stream()
                .mapToLong(share -> share.awarded() - share.disbursed())
                .sum();
    }

    private long disbursed(String grant) {
        return shares.get(grant).byFund().values().stream()
                .mapToLong(Shares.Share::disbursed)
                .sum();
    }

    private static void addsUp(FundMove f) {
        assertThat(f.received() + f.transferred() - f.refunded() - f.costs())
                .isEqualTo(f.balance() + f.committed() + f.disbursed());
    }

    private static Entry entry(String account, long amount) {
        return new Entry(account, amount);
    }

    private void post(String kind, @Nullable String grant, Entry... entries) {
        PublicJournal journal = new PublicJournal(
                1,
                Instant.EPOCH,
                kind,
                List.of(entries),
                null,
                grant,
                null,
                null,
                "{}",
                new PublicJournal.Remarks(false, false, false, false),
                new PublicJournal.Line(List.of(), List.of(), List.of()));
        Shares ofGrant = grant == null ? Shares.none() : shares.computeIfAbsent(grant, code -> Shares.none());
        FundMoves.of(journal, ofGrant).forEach((fund, move) -> figures.merge(fund, move, FundMove::plus));
    }
}

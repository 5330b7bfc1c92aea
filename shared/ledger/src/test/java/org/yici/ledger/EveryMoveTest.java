package org.yici.ledger;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.JqwikException;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.RandomDistribution;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.sessions.JqwikSession;
import net.jqwik.api.state.Action;
import net.jqwik.api.state.ActionChain;
import net.jqwik.api.state.ActionChainArbitrary;
import net.jqwik.api.state.Transformer;
import net.jqwik.api.statistics.Statistics;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.yici.ledger.Story.Line;

/**
 * Random sequences of every money move, its refusals, repetitions and corrections, on the real ledger and on a naive model at
 * once. Each sequence runs in a transaction of its own that leaves no trace.
 */
class EveryMoveTest {

    private static final Books books = new Books();
    private static final Duration LONG = Duration.ofMinutes(10);
    private static final int LONGEST = 60;

    /** The story that the chain under way tells. */
    private static Scene scene;

    /** Statistics are kept for a property alone, not for the ten minutes. */
    private static boolean counting = true;

    record Scene(Story story, Moves moves) {}

    @Property(tries = 25, shrinking = ShrinkingMode.BOUNDED)
    void theLedgerAgreesWithANaiveModel(@ForAll("stories") ActionChain<Scene> chain) {
        tell(chain);
        everyUsualAnswerWasGiven();
    }

    private static void everyUsualAnswerWasGiven() {
        Statistics.label("moves").coverage(coverage -> {
            for (String answer : List.of(
                    "award posted",
                    "award floor",
                    "release posted",
                    "transfer posted",
                    "transfer floor",
                    "refund posted",
                    "refund spent",
                    "refund unknown-origin",
                    "correction posted",
                    "correction spent",
                    "payout floor",
                    "grant-returned posted",
                    "grant-returned over-released",
                    "grant-returned unknown-origin",
                    "said again",
                    "contradicted")) {
                coverage.check(answer).count(times -> times > 0);
            }
        });
    }

    /** {@code -Dlong}: as long as ten minutes last. */
    @Test
    @EnabledIfSystemProperty(named = "long", matches = ".*")
    void theLedgerAgreesWithANaiveModelForTenMinutes() {
        counting = false;
        try {
            JqwikSession.run(EveryMoveTest::tellStories);
        } finally {
            counting = true;
        }
    }

    private static void tellStories() {
        Instant end = Instant.now().plus(LONG);
        Arbitrary<ActionChain<Scene>> stories = stories();
        long told = 0;
        while (Instant.now().isBefore(end)) {
            ActionChain<Scene> chain = stories.sample();
            try {
                tell(chain);
            } catch (AssertionError | JqwikException found) {
                throw new AssertionError("after " + told + " stories: " + chain.transformations(), found);
            }
            told++;
        }
        System.out.println("The ledger agreed with the model in " + told + " random stories.");
    }

    private static void tell(ActionChain<Scene> chain) {
        // Without any count the report of the counts would fail, and hide why the story did.
        count("story");
        books.tryOutAsOwner((ledger, database) -> {
            Story story = new Story(ledger, database);
            scene = new Scene(story, new Moves(story));
            chain.run();
            story.check();
        });
    }

    @Provide
    static Arbitrary<ActionChain<Scene>> stories() {
        ActionChainArbitrary<Scene> chains = ActionChain.startWith(() -> scene);
        return chains.withAction(6, move("gifts", any -> true, EveryMoveTest::gifts))
                .withAction(5, single("award", any -> true, Moves::award))
                .withAction(3, single("release", Moves::hasAwards, Moves::release))
                .withAction(3, single("transfer", any -> true, Moves::transfer))
                .withAction(3, single("refund", Moves::hasGifts, Moves::refund))
                .withAction(1, single("refund of nothing", any -> true, Moves::refundOfNothing))
                .withAction(2, single("refund confirmed", Moves::hasGifts, Moves::refundConfirmed))
                .withAction(1, single("chargeback", Moves::hasGifts, Moves::chargeback))
                .withAction(1, single("refund set off", Moves::hasGifts, Moves::refundSetOff))
                .withAction(1, single("refund came back", Moves::hasGifts, Moves::refundCameBack))
                .withAction(1, single("dispute won", Moves::hasGifts, Moves::disputeWon))
                .withAction(1, single("fee cover returned", Moves::hasCosts, Moves::feeCoverReturned))
                .withAction(1, single("settlement returned", Moves::hasGifts, Moves::settlementReturned))
                .withAction(2, single("settlement", any -> true, Moves::settlement))
                .withAction(2, single("fee", any -> true, Moves::fee))
                .withAction(2, single("fee covered", Moves::hasCosts, Moves::feeCovered))
                .withAction(3, single("payout", Moves::hasAwards, Moves::payoutSent))
                .withAction(2, single("payout confirmed", Moves::hasAwards, Moves::payoutConfirmed))
                .withAction(2, single("payout returned", Moves::hasAwards, Moves::payoutReturned))
                .withAction(1, single("confirmed payout back", Moves::hasAwards, Moves::confirmedPayoutReturned))
                .withAction(1, move("helped", any -> true, EveryMoveTest::helped))
                .withAction(3, single("grant returned", Moves::hasPaid, Moves::grantReturned))
                .withAction(1, single("unpaid grant returned", Moves::hasAwards, Moves::grantReturnedUnpaid))
                .withAction(1, single("paid payout back", Moves::hasPaid, Moves::paidPayoutReturned))
                .withAction(2, single("corrected down", Moves::hasGifts, Moves::correctedDown))
                .withAction(2, single("corrected up", Moves::hasGifts, Moves::correctedUp))
                .withAction(1, single("corrected fee", Moves::hasCosts, Moves::correctedFee))
                .withAction(2, single("appropriation", any -> true, Moves::treasuryAppropriated))
                .withAction(2, single("due", any -> true, Moves::treasuryDue))
                .withAction(2, single("due paid", Moves::hasDues, Moves::treasuryPaid))
                .withAction(1, single("due back", Moves::hasDues, Moves::treasuryReturned))
                .withAction(1, single("statement", any -> true, (moves, die) -> moves.statement()))
                .withAction(2, move("said again", EveryMoveTest::hasPosted, EveryMoveTest::again))
                .withAction(1, move("contradicted", EveryMoveTest::hasPosted, EveryMoveTest::contradicted))
                .withMaxTransformations(LONGEST);
    }

    /** Several gifts and, sometimes, something else between them, in one call. */
    private static List<String> gifts(Scene at, int die) {
        Moves moves = at.moves();
        return switch (die % 4) {
            case 0 -> at.story().call(moves.gift(die / 4));
            case 1 -> at.story().call(moves.gift(die / 4), moves.gift(die / 5), moves.gift(die / 6));
            case 2 -> at.story().call(moves.gift(die / 4), moves.refundOfNothing(die), moves.gift(die / 6));
            default -> at.story().call(moves.gift(die / 4), moves.settlement(die), moves.gift(die / 6));
        };
    }

    private static List<String> helped(Scene at, int die) {
        return at.moves().helpedAndGivenBack(die).stream()
                .flatMap(line -> at.story().call(line.get()).stream())
                .toList();
    }

    private static boolean hasPosted(Scene at) {
        return !at.story().isEmpty();
    }

    private static List<String> again(Scene at, int die) {
        at.story().repeat(die, at.moves().gift(die / 3), at.moves().gift(die / 5));
        return List.of("said again");
    }

    private static List<String> contradicted(Scene at, int die) {
        at.story().contradict(die, at.moves().gift(die / 3));
        return List.of("contradicted");
    }

    private static Action<Scene> single(String name, Predicate<Moves> possible, BiFunction<Moves, Integer, Line> line) {
        return move(
                name, at -> possible.test(at.moves()), (at, die) -> at.story().call(line.apply(at.moves(), die)));
    }

    private static Action<Scene> move(
            String name, Predicate<Scene> possible, BiFunction<Scene, Integer, List<String>> work) {
        return new Action.Independent<>() {
            @Override
            public boolean precondition(Scene at) {
                return possible.test(at);
            }

            @Override
            public Arbitrary<Transformer<Scene>> transformer() {
                return dice().map(die -> Transformer.mutate(
                        name + " " + die, at -> work.apply(at, die).forEach(EveryMoveTest::count)));
            }
        };
    }

    private static void count(String answer) {
        if (counting) {
            Statistics.label("moves").collect(answer);
        }
    }

    /** Even dice: small numbers and edge cases, which are the default, hardly ever spend anything. */
    private static Arbitrary<Integer> dice() {
        return Arbitraries.integers()
                .between(0, 999_999)
                .withDistribution(RandomDistribution.uniform())
                .withoutEdgeCases();
    }
}

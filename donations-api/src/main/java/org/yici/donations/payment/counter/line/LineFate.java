package org.yici.donations.payment.counter.line;

import java.util.List;
import java.util.function.Function;

/** What becomes of a line: it is a gift, it is refused, or it is none and nothing is wrong with that. */
public sealed interface LineFate {

    /** One answer for each case. */
    <T> T fold(
            Function<CounterGift, ? extends T> good,
            Function<List<LineProblem>, ? extends T> refused,
            Function<Why, ? extends T> passedOver);

    /** What a row is that is no gift. */
    enum Why {
        /** A total that is the sum of the lines above it. */
        TOTAL,
        /** The heading once more, as on every printed page. */
        HEADING,
        /** Who made the sheet, what it is about. */
        NOTE,
        /** Money that left the account. */
        OUTGOING,
        /** What the empty sheet shows how to fill it in by. */
        EXAMPLE
    }

    record Good(CounterGift gift) implements LineFate {
        @Override
        public <T> T fold(
                Function<CounterGift, ? extends T> good,
                Function<List<LineProblem>, ? extends T> refused,
                Function<Why, ? extends T> passedOver) {
            return good.apply(gift);
        }
    }

    record Refused(List<LineProblem> problems) implements LineFate {
        public Refused {
            problems = List.copyOf(problems);
        }

        @Override
        public <T> T fold(
                Function<CounterGift, ? extends T> good,
                Function<List<LineProblem>, ? extends T> refused,
                Function<Why, ? extends T> passedOver) {
            return refused.apply(problems);
        }
    }

    record PassedOver(Why why) implements LineFate {
        @Override
        public <T> T fold(
                Function<CounterGift, ? extends T> good,
                Function<List<LineProblem>, ? extends T> refused,
                Function<Why, ? extends T> passedOver) {
            return passedOver.apply(why);
        }
    }
}

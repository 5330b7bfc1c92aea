package org.yici.donations.payment.order;

import java.util.function.Function;

/** What a provider tells us, known to be the provider's. */
public sealed interface Notice {

    /** The provider's own number of this notice, by which a repeated one is known. */
    String event();

    /** One answer for each case. */
    <T> T fold(
            Function<Paid, T> paid,
            Function<Refunded, T> refunded,
            Function<Disputed, T> disputed,
            Function<Other, T> other);

    /** An order is paid. */
    record Paid(String event, Payment payment) implements Notice {
        @Override
        public <T> T fold(
                Function<Paid, T> paid,
                Function<Refunded, T> refunded,
                Function<Disputed, T> disputed,
                Function<Other, T> other) {
            return paid.apply(this);
        }
    }

    /** Something happened to a refund; what, is asked for. @param refund our number of it */
    record Refunded(String event, String refund) implements Notice {
        @Override
        public <T> T fold(
                Function<Paid, T> paid,
                Function<Refunded, T> refunded,
                Function<Disputed, T> disputed,
                Function<Other, T> other) {
            return refunded.apply(this);
        }
    }

    /**
     * The donor's bank takes money back by force.
     *
     * @param dispute the provider's number of it: one payment may have several
     * @param payment the provider's number of that
     */
    record Disputed(String event, String dispute, String payment, long fen, String currency) implements Notice {
        @Override
        public <T> T fold(
                Function<Paid, T> paid,
                Function<Refunded, T> refunded,
                Function<Disputed, T> disputed,
                Function<Other, T> other) {
            return disputed.apply(this);
        }
    }

    /** Nothing that moves money: heard and forgotten. */
    record Other(String event) implements Notice {
        @Override
        public <T> T fold(
                Function<Paid, T> paid,
                Function<Refunded, T> refunded,
                Function<Disputed, T> disputed,
                Function<Other, T> other) {
            return other.apply(this);
        }
    }
}

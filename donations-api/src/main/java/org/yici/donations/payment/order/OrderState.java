package org.yici.donations.payment.order;

import java.util.function.Function;
import java.util.function.Supplier;

/** What a provider says of an order. */
public sealed interface OrderState {

    /** One answer for each case. */
    <T> T fold(Function<Payment, T> paid, Supplier<T> unpaid, Supplier<T> ended);

    /** It has the money, whatever it has sent back of it since. */
    record Paid(Payment payment) implements OrderState {
        @Override
        public <T> T fold(Function<Payment, T> paid, Supplier<T> unpaid, Supplier<T> ended) {
            return paid.apply(payment);
        }
    }

    /** It has no money, and may still get it; or it does not know the order (yet). */
    record Unpaid() implements OrderState {
        @Override
        public <T> T fold(Function<Payment, T> paid, Supplier<T> unpaid, Supplier<T> ended) {
            return unpaid.get();
        }
    }

    /** It has no money and will take none for this order. */
    record Ended() implements OrderState {
        @Override
        public <T> T fold(Function<Payment, T> paid, Supplier<T> unpaid, Supplier<T> ended) {
            return ended.get();
        }
    }
}

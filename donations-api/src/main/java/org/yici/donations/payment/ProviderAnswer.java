package org.yici.donations.payment;

import java.util.function.Function;
import java.util.function.Supplier;

/** What a provider says when it is asked about a payment. */
public sealed interface ProviderAnswer {

    /** One answer for each case. */
    <T> T fold(Function<PaidNotice, T> paid, Supplier<T> notPaid, Supplier<T> failed);

    /** It has the money. */
    record Paid(PaidNotice notice) implements ProviderAnswer {
        @Override
        public <T> T fold(Function<PaidNotice, T> paid, Supplier<T> notPaid, Supplier<T> failed) {
            return paid.apply(notice);
        }
    }

    /** It has no money yet, or does not know the order. */
    record NotPaid() implements ProviderAnswer {
        @Override
        public <T> T fold(Function<PaidNotice, T> paid, Supplier<T> notPaid, Supplier<T> failed) {
            return notPaid.get();
        }
    }

    /** It has no money and has ended the order. */
    record Failed() implements ProviderAnswer {
        @Override
        public <T> T fold(Function<PaidNotice, T> paid, Supplier<T> notPaid, Supplier<T> failed) {
            return failed.get();
        }
    }
}

package org.yici.donations.payment.order;

import java.util.function.Function;
import java.util.function.Supplier;

/** What a provider says of a refund. */
public sealed interface RefundState {

    /** One answer for each case. */
    <T> T fold(Function<Done, T> done, Supplier<T> underWay, Supplier<T> unknown, Function<Failed, T> failed);

    /** The donor has the money, or will without anybody's doing. @param known the provider's name for it */
    record Done(String known, long fen) implements RefundState {
        @Override
        public <T> T fold(
                Function<Done, T> done, Supplier<T> underWay, Supplier<T> unknown, Function<Failed, T> failed) {
            return done.apply(this);
        }
    }

    /** Accepted; its end is not known yet. */
    record UnderWay() implements RefundState {
        @Override
        public <T> T fold(
                Function<Done, T> done, Supplier<T> underWay, Supplier<T> unknown, Function<Failed, T> failed) {
            return underWay.get();
        }
    }

    /** The provider does not know it: the same refund may be sent again. */
    record Unknown() implements RefundState {
        @Override
        public <T> T fold(
                Function<Done, T> done, Supplier<T> underWay, Supplier<T> unknown, Function<Failed, T> failed) {
            return unknown.get();
        }
    }

    /** It will not happen this way. @param code the provider's own word why, for staff and logs */
    record Failed(String code) implements RefundState {
        @Override
        public <T> T fold(
                Function<Done, T> done, Supplier<T> underWay, Supplier<T> unknown, Function<Failed, T> failed) {
            return failed.apply(this);
        }
    }
}

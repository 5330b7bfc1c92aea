package org.yici.donations.payment.reconciliation.statement.match;

import java.util.List;
import java.util.function.Function;

/** What a credit is to our books. */
public sealed interface Match {

    /** One answer for each case. */
    <T> T fold(
            Function<BookedSettlement, ? extends T> settlement,
            Function<BookedTransfer, ? extends T> transfer,
            Function<List<BookedSettlement>, ? extends T> open);

    record Settled(BookedSettlement settlement) implements Match {
        @Override
        public <T> T fold(
                Function<BookedSettlement, ? extends T> settled,
                Function<BookedTransfer, ? extends T> transfer,
                Function<List<BookedSettlement>, ? extends T> open) {
            return settled.apply(settlement);
        }
    }

    record Given(BookedTransfer transfer) implements Match {
        @Override
        public <T> T fold(
                Function<BookedSettlement, ? extends T> settled,
                Function<BookedTransfer, ? extends T> given,
                Function<List<BookedSettlement>, ? extends T> open) {
            return given.apply(transfer);
        }
    }

    /** Nothing, or nothing that is sure. @param choices the settlements that it may be, for a person to say; none when there is none */
    record Open(List<BookedSettlement> choices) implements Match {
        public Open {
            choices = List.copyOf(choices);
        }

        @Override
        public <T> T fold(
                Function<BookedSettlement, ? extends T> settled,
                Function<BookedTransfer, ? extends T> given,
                Function<List<BookedSettlement>, ? extends T> open) {
            return open.apply(choices);
        }
    }
}

package org.yici.donations.donation;

import java.util.Map;
import java.util.Optional;

/** Where a gift stands. The words are public (contract: {@code status}). This is the one table of what follows what. */
public enum DonationStatus {
    /** Wished for; the provider has said nothing yet. */
    PENDING,
    /** The provider has the money and the journal is posted. */
    PAID,
    /** Given up, or its time is over. Money that comes late is still kept: it was given. */
    CLOSED,
    PART_REFUNDED,
    REFUNDED;

    /** What can happen to a gift. */
    public enum Event {
        /** The provider says it has the whole amount. */
        PAYMENT,
        /** The provider says it will not come, or the time limit is over and it says that it has not come. */
        CLOSING,
        /** Some of it goes back. */
        PART_REFUND,
        /** The rest of it goes back. */
        REFUND
    }

    private static final Map<DonationStatus, Map<Event, DonationStatus>> TABLE = Map.of(
            PENDING, Map.of(Event.PAYMENT, PAID, Event.CLOSING, CLOSED),
            PAID, Map.of(Event.PART_REFUND, PART_REFUNDED, Event.REFUND, REFUNDED),
            CLOSED, Map.of(Event.PAYMENT, PAID),
            PART_REFUNDED, Map.of(Event.PART_REFUND, PART_REFUNDED, Event.REFUND, REFUNDED),
            REFUNDED, Map.of());

    /** The status after {@code event}; empty when the event has no place here. */
    public Optional<DonationStatus> after(Event event) {
        return Optional.ofNullable(TABLE.getOrDefault(this, Map.of()).get(event));
    }

    /** Whether the money came, whatever became of it later. */
    public boolean wasPaid() {
        return this != PENDING && this != CLOSED;
    }
}

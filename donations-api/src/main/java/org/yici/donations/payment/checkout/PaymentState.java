package org.yici.donations.payment.checkout;

import java.util.Map;
import java.util.Optional;

/** Where an order at a provider stands. This is the one table of what follows what. */
public enum PaymentState {
    /** On file; whether the provider knows it is not known. */
    CREATED,
    /** The provider waits for the donor. */
    PENDING,
    PAID,
    /** The provider takes no money for it any more. */
    CLOSED,
    /** Paid after it was closed. The money is kept like any other. */
    LATE,
    /** Some of it is on its way back. */
    REFUNDING,
    PART_REFUNDED,
    REFUNDED,
    /** The donor's bank has taken it back by force. */
    DISPUTED;

    /** What can happen to an order. */
    public enum Event {
        /** The provider has taken the order. */
        OPENING,
        /** The provider has the money. */
        PAYMENT,
        /** The provider says that it has no money and will take none. */
        CLOSING,
        /** A refund was sent to the provider. */
        REFUND,
        /** A refund has ended, and nothing of the payment is back. */
        NOTHING_BACK,
        /** A refund has ended, and some of the payment is back. */
        PART_BACK,
        /** A refund has ended, and all of the payment is back. */
        ALL_BACK,
        DISPUTE
    }

    private static final Map<Event, PaymentState> WITH_MONEY = Map.of(Event.REFUND, REFUNDING, Event.DISPUTE, DISPUTED);
    private static final Map<PaymentState, Map<Event, PaymentState>> TABLE = Map.of(
            CREATED, Map.of(Event.OPENING, PENDING, Event.PAYMENT, PAID, Event.CLOSING, CLOSED),
            PENDING, Map.of(Event.PAYMENT, PAID, Event.CLOSING, CLOSED),
            PAID, WITH_MONEY,
            CLOSED, Map.of(Event.PAYMENT, LATE),
            LATE, WITH_MONEY,
            REFUNDING,
                    Map.of(
                            Event.NOTHING_BACK, PAID,
                            Event.PART_BACK, PART_REFUNDED,
                            Event.ALL_BACK, REFUNDED,
                            Event.DISPUTE, DISPUTED),
            PART_REFUNDED, WITH_MONEY,
            REFUNDED, Map.of(),
            DISPUTED, Map.of());

    /** The state after {@code event}; empty when the event has no place here. */
    public Optional<PaymentState> after(Event event) {
        return Optional.ofNullable(TABLE.getOrDefault(this, Map.of()).get(event));
    }

    /** Whether the provider had the money at some time. */
    public boolean wasPaid() {
        return this != CREATED && this != PENDING && this != CLOSED;
    }
}

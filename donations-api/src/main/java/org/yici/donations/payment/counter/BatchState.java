package org.yici.donations.payment.counter;

import java.util.Map;
import java.util.Optional;

/** Where a batch stands. This is the one table of what follows what; the database holds the same. */
public enum BatchState {
    /** Its sheet is being read. Nobody can do anything with it before the last row has come. */
    READING,
    /** Its sheet was not read to the end: it cannot be, or the program was. Nothing of it is kept, and it may be sent again. */
    UNREAD,
    /** Being entered; nobody else has seen it, and it may be thrown away. */
    DRAFT,
    /** Whole, and waiting for a second person. */
    SUBMITTED,
    /** A second person has found it right; its gifts are being booked. */
    CONFIRMED,
    /** Every line is a gift in the books. */
    BOOKED,
    /** A second person has sent it back. Its gifts may come again in another batch. */
    REJECTED;

    /** What can happen to a batch. */
    public enum Event {
        LAST_ROW,
        BREAK_OFF,
        SUBMISSION,
        CONFIRMATION,
        REJECTION,
        /** Its last line was booked. */
        LAST_BOOKING
    }

    private static final Map<BatchState, Map<Event, BatchState>> TABLE = Map.of(
            READING, Map.of(Event.LAST_ROW, DRAFT, Event.BREAK_OFF, UNREAD),
            UNREAD, Map.of(),
            DRAFT, Map.of(Event.SUBMISSION, SUBMITTED),
            SUBMITTED, Map.of(Event.CONFIRMATION, CONFIRMED, Event.REJECTION, REJECTED),
            CONFIRMED, Map.of(Event.LAST_BOOKING, BOOKED),
            BOOKED, Map.of(),
            REJECTED, Map.of());

    /** The state after {@code event}; empty when the event has no place here. */
    public Optional<BatchState> after(Event event) {
        return Optional.ofNullable(TABLE.getOrDefault(this, Map.of()).get(event));
    }
}

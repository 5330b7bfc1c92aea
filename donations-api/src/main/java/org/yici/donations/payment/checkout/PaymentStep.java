package org.yici.donations.payment.checkout;

import java.util.Arrays;
import java.util.stream.Collectors;

/** A step of {@link PaymentState} as a statement takes it: made from the table, so that no statement can take another. */
record PaymentStep(PaymentState.Event event) {

    /** Sets the state that follows; for rows of which {@link #isOpen} holds. */
    String next() {
        return "state = case state "
                + Arrays.stream(PaymentState.values())
                        .flatMap(state ->
                                state.after(event).stream().map(next -> "when '" + state + "' then '" + next + "'"))
                        .collect(Collectors.joining(" "))
                + " end";
    }

    /** Whether the event has a place in a row's state. */
    String isOpen() {
        return "state in ("
                + Arrays.stream(PaymentState.values())
                        .filter(state -> state.after(event).isPresent())
                        .map(state -> "'" + state + "'")
                        .collect(Collectors.joining(", "))
                + ")";
    }
}

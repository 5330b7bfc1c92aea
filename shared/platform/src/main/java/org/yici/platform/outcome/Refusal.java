package org.yici.platform.outcome;

import java.util.List;

/** A reason together with what its sentence needs (an amount, a date, a state), in the order of the message's places. */
public record Refusal(Reason reason, List<Object> arguments) {

    public Refusal {
        arguments = List.copyOf(arguments);
    }

    public static Refusal because(Reason reason, Object... arguments) {
        return new Refusal(reason, List.of(arguments));
    }
}

package org.yici.platform.web;

import org.yici.platform.outcome.Outcome;
import org.yici.platform.outcome.Refusal;

/** Carries a refusal from a web class to the problem answer; inside a use case a refusal stays a value. */
public final class RefusedException extends RuntimeException {

    private final transient Refusal refusal;

    public RefusedException(Refusal refusal) {
        super(refusal.reason().word(), null, false, false);
        this.refusal = refusal;
    }

    public Refusal refusal() {
        return refusal;
    }

    /** The value that was done; a refusal becomes the problem answer. For the last step of a web method. */
    public static <T> T orProblem(Outcome<T> outcome) {
        return outcome.fold(value -> value, refusal -> {
            throw new RefusedException(refusal);
        });
    }
}

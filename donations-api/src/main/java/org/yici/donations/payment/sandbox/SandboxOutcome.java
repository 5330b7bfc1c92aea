package org.yici.donations.payment.sandbox;

import java.util.Arrays;
import java.util.Optional;

/** What a tester may have happen to a payment. The words are public (contract: {@code outcome}). */
enum SandboxOutcome {
    /** Paid, told once. */
    PAID,
    /** Paid, told twice. */
    TWICE,
    /** Not paid: the order ends. */
    FAILED,
    /** Paid, and nobody tells: it has to be asked for. */
    SILENT,
    /** Ended first, paid three seconds later after all. */
    LATE,
    /** Not paid, but a well signed notice claims another amount. */
    WRONG_AMOUNT,
    /** Not paid, but somebody else sends a notice that it was. */
    FORGED;

    static Optional<SandboxOutcome> of(String word) {
        return Arrays.stream(values())
                .filter(outcome -> outcome.name().equals(word))
                .findAny();
    }
}

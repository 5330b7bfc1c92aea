package org.yici.donations.payment.simulator.demo;

import java.util.Optional;
import java.util.stream.Stream;

/** What may come of standing at the simulated cashier. */
enum CashierOutcome {
    /** Paid, told once. */
    PAID,
    /** Not paid; the order stays as it is. */
    CANCEL,
    /** Paid, told twice. */
    TWICE,
    /** Paid, and nobody tells: it has to be asked for. */
    SILENT,
    /** Paid, and told of another amount first. */
    WRONG_AMOUNT,
    /** Paid, and told first by somebody else. */
    FORGED,
    /** Not paid: for a minute the provider answers nobody. */
    DOWN;

    static Optional<CashierOutcome> of(String word) {
        return Stream.of(values()).filter(one -> one.name().equals(word)).findAny();
    }
}

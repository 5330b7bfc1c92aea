package org.yici.donations.payment.simulator.demo;

import org.yici.platform.outcome.Reason;

/** Why nothing can be paid at a simulated provider. */
enum SimulatedReason implements Reason {
    /** Nobody has placed it since the simulators were started: what they know ends with them. */
    UNKNOWN_ORDER;

    @Override
    public String word() {
        return "simulated-order-unknown";
    }

    @Override
    public int status() {
        return 404;
    }
}

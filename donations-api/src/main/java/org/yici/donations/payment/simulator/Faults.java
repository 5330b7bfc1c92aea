package org.yici.donations.payment.simulator;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** The faults that wait to happen, each once, in order; or one that happens to all calls until it is over. */
public final class Faults {

    private final Queue<Waiting> waiting = new ConcurrentLinkedQueue<>();
    private volatile Fault lasting = Fault.NONE;

    private record Waiting(String part, Fault fault) {}

    /** The next call whose path or query contains {@code part} meets {@code fault}. */
    public void next(String part, Fault fault) {
        waiting.add(new Waiting(part, fault));
    }

    /** Every call meets {@code fault}; {@link Fault#NONE} ends that. */
    public void lasting(Fault fault) {
        lasting = fault;
    }

    /** Whether every call meets one. */
    public boolean isDown() {
        return lasting != Fault.NONE;
    }

    Fault next(String target) {
        for (Waiting one : waiting) {
            if (target.contains(one.part) && waiting.remove(one)) {
                return one.fault;
            }
        }
        return lasting;
    }
}

package org.yici.donations.payment.simulator;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** The faults that wait to happen, each once, in order. */
public final class Faults {

    private final Queue<Waiting> waiting = new ConcurrentLinkedQueue<>();

    private record Waiting(String part, Fault fault) {}

    /** The next call whose path or query contains {@code part} meets {@code fault}. */
    public void next(String part, Fault fault) {
        waiting.add(new Waiting(part, fault));
    }

    Fault next(String target) {
        for (Waiting one : waiting) {
            if (target.contains(one.part) && waiting.remove(one)) {
                return one.fault;
            }
        }
        return Fault.NONE;
    }
}

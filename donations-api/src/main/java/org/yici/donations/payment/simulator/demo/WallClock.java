package org.yici.donations.payment.simulator.demo;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.function.Supplier;

/** The service's wall clock, for what is made before the service has one. */
final class WallClock extends Clock {

    private final Supplier<Clock> clock;

    WallClock(Supplier<Clock> clock) {
        this.clock = clock;
    }

    @Override
    public Instant instant() {
        return clock.get().instant();
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("instants alone are asked for");
    }
}

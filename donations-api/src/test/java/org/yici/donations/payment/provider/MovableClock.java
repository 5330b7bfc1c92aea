package org.yici.donations.payment.provider;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A simulated provider's clock: the machine's, moved by as much as a test wants. */
final class MovableClock extends Clock {

    private volatile Duration by = Duration.ZERO;

    /** Runs something on another day. */
    void at(Duration from, Runnable what) {
        by = from;
        try {
            what.run();
        } finally {
            by = Duration.ZERO;
        }
    }

    @Override
    public Instant instant() {
        return Clock.systemUTC().instant().plus(by);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}

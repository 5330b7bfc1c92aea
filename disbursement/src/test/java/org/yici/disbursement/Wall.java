package org.yici.disbursement;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** The clock on a machine's wall, which somebody may set as they like. */
public final class Wall extends Clock {

    private volatile Instant shown;

    public Wall(Instant shown) {
        this.shown = shown;
    }

    public void set(Instant now) {
        shown = now;
    }

    @Override
    public Instant instant() {
        return shown;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("instants only");
    }
}

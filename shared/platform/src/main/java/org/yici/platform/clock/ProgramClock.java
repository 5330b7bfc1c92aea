package org.yici.platform.clock;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/**
 * The time that gifts, notices and awards happen at. It is the wall clock plus an offset, which is zero outside a demo:
 * a demo plays a year in seconds and then lets visitors end a public notice without waiting a week. Sessions, codes,
 * rate limits, payment time limits and signature ages do not use it; they live on the wall clock.
 *
 * <p>The wall clock itself is read as one that never goes back behind what {@link #neverBefore} was told: set back by two
 * hours, it stands still for two hours.
 *
 * <p>Instants are cut to milliseconds, the precision of the public formats.
 */
public final class ProgramClock implements InstantSource {

    /** Days begin and end here: law and notices speak of Chinese calendar days. */
    public static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    /** Who says how far this clock is from the wall clock. */
    private enum Lead {
        /** Nothing was read yet: the first offset that is, holds. */
        UNKNOWN,
        /** What is stored, forward only. */
        STORED,
        /** This process, which plays a demo. */
        OURS
    }

    private final Clock wall;
    private volatile Duration offset = Duration.ZERO;
    private volatile Instant floor = Instant.EPOCH;
    private Lead lead = Lead.UNKNOWN;

    public ProgramClock(Clock wall) {
        this.wall = wall;
    }

    @Override
    public Instant instant() {
        return wall().plus(offset()).truncatedTo(ChronoUnit.MILLIS);
    }

    /** What the wall clock shows, or the latest that it is known to have shown. */
    public Instant wall() {
        Instant shown = wall.instant();
        Instant known = floor;
        return shown.isBefore(known) ? known : shown;
    }

    /** From here on {@link #wall} reads {@code shown} at least: somebody acted on that time. */
    public synchronized void neverBefore(Instant shown) {
        if (shown.isAfter(floor)) {
            floor = shown;
        }
    }

    public LocalDate today() {
        return LocalDate.ofInstant(instant(), CHINA);
    }

    public Duration offset() {
        return offset;
    }

    /**
     * Follows the offset that is stored, unless this process leads the time itself. After the first time only forward: what
     * was read before the clock was moved may arrive after it.
     */
    synchronized void follow(Duration stored) {
        if (lead == Lead.UNKNOWN || (lead == Lead.STORED && stored.compareTo(offset) > 0)) {
            offset = stored;
            lead = Lead.STORED;
        }
    }

    /**
     * Takes the lead and moves this process's clock so that it reads {@code now}. The demo player's, which plays a year in
     * seconds; {@link #giveBack} ends it.
     */
    public synchronized void moveTo(Instant now) {
        lead = Lead.OURS;
        offset = Duration.between(wall(), now);
    }

    /** Ends the lead: from here on the clock follows what is stored, beginning with {@code stored}. */
    public synchronized void giveBack(Duration stored) {
        offset = stored;
        lead = Lead.STORED;
    }
}

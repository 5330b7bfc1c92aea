package org.yici.standalone.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.yici.platform.clock.DemoClock;
import org.yici.platform.clock.ProgramClock;
import org.yici.standalone.RunningYici;
import org.yici.standalone.Service;
import reactor.core.publisher.Mono;

/** Leads the program clocks of all three services through the played year; they never go back. */
final class DemoTime {

    private final List<ProgramClock> clocks;
    private final DemoClock stored;
    private Instant now;

    /** @param earliest where an earlier, interrupted play had come to, or the beginning */
    DemoTime(RunningYici yici, Instant earliest) {
        clocks = Arrays.stream(Service.values())
                .map(service -> yici.bean(service, ProgramClock.class))
                .toList();
        stored = yici.bean(Service.DISBURSEMENT, DemoClock.class);
        now = earliest;
        clocks.forEach(clock -> clock.moveTo(earliest));
    }

    /** Moves on to {@code next}; an earlier moment changes nothing. */
    synchronized void reach(Instant next) {
        if (next.isAfter(now)) {
            now = next;
            clocks.forEach(clock -> clock.moveTo(next));
        }
    }

    /** Remembers how far the play has come. */
    Mono<Instant> keep() {
        return stored.keep();
    }

    /** The played year is over: real time, for every service. */
    Mono<Instant> becomeReal() {
        return Mono.fromRunnable(() -> clocks.forEach(clock -> clock.giveBack(Duration.ZERO)))
                .then(Mono.defer(stored::keep));
    }
}

package org.yici.site.feed;

import java.util.concurrent.atomic.AtomicLong;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Sinks;

/** Tells that what the public sees has changed, without saying what: readers look for themselves. */
@Component
public final class Changes {

    private final AtomicLong version = new AtomicLong(1);
    private final Sinks.Many<Long> versions = Sinks.many().multicast().directBestEffort();

    /** Grows with every change; what was read at one version is current while this is still the same. */
    public long version() {
        return version.get();
    }

    /** The newest version whenever it grows. A slow reader misses versions, never the last one for long. */
    public Flux<Long> newer() {
        return versions.asFlux().onBackpressureLatest();
    }

    synchronized void happened() {
        // Nobody listening is no failure.
        var unused = versions.tryEmitNext(version.incrementAndGet());
    }
}

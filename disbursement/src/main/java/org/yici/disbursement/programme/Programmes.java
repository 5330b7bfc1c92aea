package org.yici.disbursement.programme;

import java.time.LocalDate;
import org.springframework.stereotype.Component;
import org.yici.disbursement.standard.Standard;
import org.yici.disbursement.standard.Standards;
import org.yici.ledger.AidKind;
import org.yici.platform.clock.ProgramClock;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The programmes as their standards have them on a day. */
@Component
public final class Programmes {

    private final Standards standards;
    private final ProgramClock clock;

    Programmes(Standards standards, ProgramClock clock) {
        this.standards = standards;
        this.clock = clock;
    }

    /** Those that are open today. */
    public Flux<Programme> all() {
        return on(clock.today()).filter(programme -> programme.standard().isPresent());
    }

    /** As it is today. */
    public Mono<Programme> of(AidKind kind) {
        return of(kind, clock.today());
    }

    /** As it was, or will be, on that day. */
    public Mono<Programme> of(AidKind kind, LocalDate day) {
        return on(day).filter(programme -> programme.kind() == kind).single();
    }

    private Flux<Programme> on(LocalDate day) {
        return standards
                .all()
                .filter(Standard::isProgramme)
                .map(standard -> new Programme(AidKind.ofWord(standard.code()), standard.on(day)));
    }
}

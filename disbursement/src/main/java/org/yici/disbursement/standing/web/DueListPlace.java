package org.yici.disbursement.standing.web;

import java.time.YearMonth;
import org.springframework.stereotype.Component;
import org.yici.disbursement.standing.Period;
import org.yici.disbursement.standing.Scheme;
import org.yici.platform.clock.ProgramClock;
import org.yici.platform.outcome.Refusal;
import org.yici.platform.web.RefusedException;
import org.yici.platform.web.WebReason;
import reactor.core.publisher.Mono;

/** Finds the scheme and the period that an address means. */
@Component
final class DueListPlace {

    /** Nothing was fixed earlier, and nothing is planned later. */
    private static final YearMonth FIRST = YearMonth.of(2000, 1);

    private static final int MONTHS_AHEAD = 12;

    private final StandingDesk desk;
    private final ProgramClock clock;

    DueListPlace(StandingDesk desk, ProgramClock clock) {
        this.desk = desk;
        this.clock = clock;
    }

    boolean isKnown(Period period) {
        YearMonth last = YearMonth.from(clock.today()).plusMonths(MONTHS_AHEAD);
        return !period.first().isBefore(FIRST) && !period.first().isAfter(last);
    }

    record Place(Scheme scheme, Period period) {
        String path() {
            return "/staff/standing/" + scheme.code() + "/" + period.word();
        }
    }

    /** @throws RefusedException {@code not-found}, in the Mono */
    Mono<Scheme> scheme(String code) {
        return desk.scheme(code)
                .switchIfEmpty(Mono.error(() -> new RefusedException(Refusal.because(WebReason.NOT_FOUND))));
    }

    /** @throws RefusedException {@code not-found}, in the Mono */
    Mono<Place> of(String scheme, String period) {
        return desk.scheme(scheme)
                .flatMap(known -> Mono.justOrEmpty(Period.of(known.every(), period))
                        .filter(this::isKnown)
                        .map(meant -> new Place(known, meant)))
                .switchIfEmpty(Mono.error(() -> new RefusedException(Refusal.because(WebReason.NOT_FOUND))));
    }
}

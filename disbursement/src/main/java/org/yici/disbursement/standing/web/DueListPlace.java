package org.yici.disbursement.standing.web;

import org.springframework.stereotype.Component;
import org.yici.disbursement.standing.Period;
import org.yici.disbursement.standing.Scheme;
import org.yici.platform.outcome.Refusal;
import org.yici.platform.web.RefusedException;
import org.yici.platform.web.WebReason;
import reactor.core.publisher.Mono;

/** Finds the scheme and the period that an address means. */
@Component
final class DueListPlace {

    private final StandingDesk desk;

    DueListPlace(StandingDesk desk) {
        this.desk = desk;
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
                .flatMap(known ->
                        Mono.justOrEmpty(Period.of(known.every(), period)).map(meant -> new Place(known, meant)))
                .switchIfEmpty(Mono.error(() -> new RefusedException(Refusal.because(WebReason.NOT_FOUND))));
    }
}

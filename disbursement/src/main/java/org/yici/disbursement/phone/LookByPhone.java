package org.yici.disbursement.phone;

import java.util.Objects;
import org.springframework.stereotype.Component;
import org.yici.disbursement.Chain;
import org.yici.disbursement.application.Applications;
import org.yici.platform.clock.ProgramClock;
import org.yici.platform.outcome.Outcome;
import org.yici.platform.web.WebReason;
import reactor.core.publisher.Mono;

/** Shows a household how the application stands that it filed with its code. */
@Component
final class LookByPhone {

    private final PhoneDoor door;
    private final Applications applications;
    private final ProgramClock clock;

    LookByPhone(PhoneDoor door, Applications applications, ProgramClock clock) {
        this.door = door;
        this.applications = applications;
        this.clock = clock;
    }

    /** @return refused as the door refuses, and {@code not-found} while nothing was filed with the code */
    Mono<Outcome<Standing>> look(String code, String tail) {
        return Chain.then(
                door.open(code, tail),
                opened -> opened.code().application() == null
                        ? Mono.just(Outcome.refused(WebReason.NOT_FOUND))
                        : standing(opened).map(Outcome::done));
    }

    /** Only where something was filed. */
    Mono<Standing> standing(PhoneDoor.Opened opened) {
        return applications
                .find(Objects.requireNonNull(opened.code().application()))
                .map(stored -> Standing.of(stored.at(clock.instant())));
    }
}

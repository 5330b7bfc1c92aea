package org.yici.disbursement.standing;

import java.time.LocalDate;
import reactor.core.publisher.Flux;

/** Who is entitled: all that standing entitlements know of the register. */
public interface EntitledPeople {

    /** Everybody who is entitled under the category on some day of {@code [first, last]}. */
    Flux<EntitledPerson> between(String category, LocalDate first, LocalDate last);
}

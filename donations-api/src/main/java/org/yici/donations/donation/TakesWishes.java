package org.yici.donations.donation;

import org.yici.platform.outcome.Outcome;
import reactor.core.publisher.Mono;

/** Where wishes are written, together with whatever else is written of gifts at that moment. */
public interface TakesWishes {

    /** Answers after the commit; refused as {@link DonationReason#BUSY} when too many wait. */
    Mono<Outcome<Wishes.Fate>> take(Wish wish);
}

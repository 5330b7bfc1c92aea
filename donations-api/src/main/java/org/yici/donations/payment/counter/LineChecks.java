package org.yici.donations.payment.counter;

import java.time.Instant;
import org.springframework.stereotype.Component;
import org.yici.donations.campaign.Campaign;
import org.yici.donations.campaign.Campaigns;
import org.yici.donations.donation.GiftLimits;
import org.yici.donations.payment.counter.line.CampaignNames;
import org.yici.donations.payment.counter.line.CounterMethod;
import org.yici.donations.payment.counter.line.LineCheck;
import org.yici.donations.payment.counter.line.LineDefaults;
import org.yici.platform.clock.ProgramClock;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Makes the check that lines have to pass, by the campaigns, limits and day of this moment. */
@Component
final class LineChecks {

    private static final int PAGE = 200;

    private final Campaigns campaigns;
    private final GiftLimits limits;
    private final ProgramClock clock;

    LineChecks(Campaigns campaigns, GiftLimits limits, ProgramClock clock) {
        this.campaigns = campaigns;
        this.limits = limits;
        this.clock = clock;
    }

    Mono<LineCheck> now(LineDefaults defaults) {
        Instant now = clock.instant();
        return Mono.zip(all().collectList(), campaigns.ended(now).collectList())
                .map(known -> new LineCheck(
                        new CampaignNames(known.getT1(), known.getT2(), now), limits, defaults, clock.today()));
    }

    /** For a line that says everything itself. */
    Mono<LineCheck> now() {
        return now(new LineDefaults(CounterMethod.CASH, null));
    }

    private Flux<Campaign> all() {
        return campaigns
                .after("", PAGE)
                .collectList()
                .expand(page -> page.size() < PAGE
                        ? Mono.empty()
                        : campaigns
                                .after(page.get(page.size() - 1).code().value(), PAGE)
                                .collectList())
                .concatMapIterable(page -> page);
    }
}

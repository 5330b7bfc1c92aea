package org.yici.donations.payment.counter.web;

import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;
import org.yici.donations.campaign.Campaigns;
import org.yici.donations.campaign.web.Wording;
import org.yici.platform.clock.ProgramClock;
import reactor.core.publisher.Mono;

/** The campaigns that take gifts now, for a form to choose from. */
@Component
final class CampaignChoices {

    private static final int MOST = 200;

    private final Campaigns campaigns;
    private final ProgramClock clock;

    CampaignChoices(Campaigns campaigns, ProgramClock clock) {
        this.campaigns = campaigns;
        this.clock = clock;
    }

    record Choice(String code, String title) {}

    Mono<List<Choice>> in(Locale locale) {
        return campaigns
                .after("", MOST)
                .filter(campaign -> campaign.takesGiftsAt(clock.instant()))
                .map(campaign -> Wording.of(campaign, locale))
                .map(wording -> new Choice(wording.code(), wording.title()))
                .collectList();
    }
}

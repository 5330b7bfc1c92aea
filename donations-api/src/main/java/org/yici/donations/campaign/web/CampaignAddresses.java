package org.yici.donations.campaign.web;

import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import org.yici.donations.campaign.Campaign;
import org.yici.donations.campaign.CampaignReason;
import org.yici.donations.campaign.Campaigns;
import org.yici.ledger.CampaignCode;
import org.yici.platform.outcome.Refusal;
import org.yici.platform.web.RefusedException;
import reactor.core.publisher.Mono;

/** The campaign that a segment of an address names; anything else is 404, however it is spelt. */
@Component
public final class CampaignAddresses {

    private static final Pattern CODE = Pattern.compile("[a-z][a-z0-9-]{0,39}");

    private final Campaigns campaigns;

    CampaignAddresses(Campaigns campaigns) {
        this.campaigns = campaigns;
    }

    public Mono<Campaign> ofAddress(String segment) {
        return CODE.matcher(segment).matches()
                ? campaigns.find(CampaignCode.of(segment)).switchIfEmpty(unknown())
                : unknown();
    }

    private static Mono<Campaign> unknown() {
        return Mono.error(() -> new RefusedException(Refusal.because(CampaignReason.UNKNOWN)));
    }
}

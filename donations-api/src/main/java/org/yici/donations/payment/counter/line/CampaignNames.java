package org.yici.donations.payment.counter.line;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.yici.donations.campaign.Campaign;
import org.yici.ledger.CampaignCode;
import org.yici.platform.sheet.SheetText;

/** The campaigns by whatever a sheet calls them: code, Chinese or English title. A name that two bear is nobody's. */
public final class CampaignNames {

    private final Map<String, Campaign> byName = new HashMap<>();
    private final Set<String> ambiguous = new HashSet<>();
    private final Instant now;

    /** @param now program clock: a campaign has to take gifts at this moment */
    public CampaignNames(Collection<Campaign> campaigns, Instant now) {
        this.now = now;
        for (Campaign campaign : campaigns) {
            List.of(campaign.title().zh(), campaign.title().en()).forEach(title -> add(title, campaign));
        }
        campaigns.forEach(campaign -> {
            byName.put(campaign.code().value(), campaign);
            ambiguous.remove(campaign.code().value());
        });
    }

    private void add(String title, Campaign campaign) {
        String name = SheetText.plain(title);
        Campaign other = byName.putIfAbsent(name, campaign);
        if (other != null && !other.code().equals(campaign.code())) {
            ambiguous.add(name);
        }
    }

    /** The campaign that is meant, or why none. */
    <T> T find(String text, Function<CampaignCode, T> found, Function<LineFlaw, T> refused) {
        String name = SheetText.plain(text);
        Campaign campaign = byName.get(name);
        if (ambiguous.contains(name)) {
            return refused.apply(LineFlaw.CAMPAIGN_AMBIGUOUS);
        }
        if (campaign == null) {
            return refused.apply(LineFlaw.CAMPAIGN_UNKNOWN);
        }
        return campaign.takesGiftsAt(now) ? found.apply(campaign.code()) : refused.apply(LineFlaw.CAMPAIGN_NOT_OPEN);
    }
}

package org.yici.donations.payment.counter.line;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.yici.donations.campaign.Campaign;
import org.yici.ledger.CampaignCode;
import org.yici.platform.sheet.SheetText;

/**
 * The campaigns by whatever a sheet calls them: code, Chinese or English title. Of several with one title the one that takes
 * gifts is meant; where two do, the sheet has to say the code.
 */
public final class CampaignNames {

    private final Map<String, Campaign> byCode = new HashMap<>();
    private final Map<String, Set<Campaign>> byTitle = new HashMap<>();
    private final Instant now;

    /** @param now program clock: a campaign has to take gifts at this moment */
    public CampaignNames(Collection<Campaign> campaigns, Instant now) {
        this.now = now;
        for (Campaign campaign : campaigns) {
            byCode.put(campaign.code().value(), campaign);
            for (String title : List.of(campaign.title().zh(), campaign.title().en())) {
                byTitle.computeIfAbsent(SheetText.plain(title), name -> new LinkedHashSet<>())
                        .add(campaign);
            }
        }
    }

    /** The campaign that is meant, or why none. */
    <T> T find(String text, Function<CampaignCode, T> found, Function<LineFlaw, T> refused) {
        List<Campaign> meant = meant(SheetText.plain(text));
        List<Campaign> open =
                meant.stream().filter(campaign -> campaign.takesGiftsAt(now)).toList();
        if (open.size() == 1) {
            return found.apply(open.get(0).code());
        }
        if (open.size() > 1) {
            return refused.apply(LineFlaw.CAMPAIGN_AMBIGUOUS);
        }
        return refused.apply(meant.isEmpty() ? LineFlaw.CAMPAIGN_UNKNOWN : LineFlaw.CAMPAIGN_NOT_OPEN);
    }

    private List<Campaign> meant(String name) {
        Campaign coded = byCode.get(name);
        return coded == null ? new ArrayList<>(byTitle.getOrDefault(name, Set.of())) : List.of(coded);
    }
}

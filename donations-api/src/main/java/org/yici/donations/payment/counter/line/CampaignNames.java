package org.yici.donations.payment.counter.line;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.yici.donations.campaign.Campaign;
import org.yici.donations.campaign.EndedCampaign;
import org.yici.ledger.CampaignCode;
import org.yici.platform.sheet.SheetText;

/**
 * The campaigns by whatever a sheet calls them: code, Chinese or English title. One is meant that takes gifts now, or took
 * them on the day of the gift: money that was received in a campaign's days is its money, whenever a clerk comes to write it
 * down, and nothing that happens to the campaign later takes it away. Where two are meant, the sheet has to say the code.
 */
public final class CampaignNames {

    private final Map<String, Campaign> byCode = new HashMap<>();
    private final Map<String, Set<Campaign>> byTitle = new HashMap<>();
    private final Map<CampaignCode, EndedCampaign> ended = new HashMap<>();
    private final Instant now;

    /**
     * @param ended those of the campaigns that are over
     * @param now program clock
     */
    public CampaignNames(Collection<Campaign> campaigns, Collection<EndedCampaign> ended, Instant now) {
        this.now = now;
        for (Campaign campaign : campaigns) {
            byCode.put(campaign.code().value(), campaign);
            for (String title : List.of(campaign.title().zh(), campaign.title().en())) {
                byTitle.computeIfAbsent(SheetText.plain(title), name -> new LinkedHashSet<>())
                        .add(campaign);
            }
        }
        ended.forEach(one -> this.ended.put(one.campaign().code(), one));
    }

    /**
     * The campaign that is meant, or why none.
     *
     * @param givenOn null when the sheet does not say it
     */
    <T> T find(
            String text, @Nullable LocalDate givenOn, Function<CampaignCode, T> found, Function<LineFlaw, T> refused) {
        Collection<Campaign> meant = meant(SheetText.plain(text));
        List<Campaign> taking =
                meant.stream().filter(campaign -> takes(campaign, givenOn)).toList();
        if (taking.size() == 1) {
            return found.apply(taking.get(0).code());
        }
        if (taking.size() > 1) {
            return refused.apply(LineFlaw.CAMPAIGN_AMBIGUOUS);
        }
        return refused.apply(meant.isEmpty() ? LineFlaw.CAMPAIGN_UNKNOWN : LineFlaw.CAMPAIGN_NOT_OPEN);
    }

    private boolean takes(Campaign campaign, @Nullable LocalDate givenOn) {
        EndedCampaign over = ended.get(campaign.code());
        return campaign.takesGiftsAt(now) || over != null && givenOn != null && over.tookGiftsOn(givenOn);
    }

    private Collection<Campaign> meant(String name) {
        Campaign coded = byCode.get(name);
        return coded == null ? byTitle.getOrDefault(name, Set.of()) : List.of(coded);
    }
}

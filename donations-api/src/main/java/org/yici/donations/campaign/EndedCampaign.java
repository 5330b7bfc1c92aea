package org.yici.donations.campaign;

import java.time.Instant;
import java.time.LocalDate;
import org.yici.platform.clock.ProgramClock;

/**
 * A campaign that takes no gifts any more, with the days on which it did. What was given on one of them belongs to it however
 * late it comes to the books: a village brings its list days afterwards, and a bank its statement the next morning.
 *
 * @param first of its days, as Chinese calendars count them
 * @param last of its days, itself counted
 */
public record EndedCampaign(Campaign campaign, LocalDate first, LocalDate last) {

    /** @param endedAt the first moment at which nobody could give any more */
    static EndedCampaign of(Campaign campaign, Instant endedAt) {
        return new EndedCampaign(
                campaign,
                LocalDate.ofInstant(campaign.opensAt(), ProgramClock.CHINA),
                LocalDate.ofInstant(endedAt.minusMillis(1), ProgramClock.CHINA));
    }

    public boolean tookGiftsOn(LocalDate day) {
        return !day.isBefore(first) && !day.isAfter(last);
    }
}

package org.yici.donations.donation;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.yici.donations.campaign.Campaign;
import org.yici.ledger.CampaignCode;
import org.yici.platform.web.IdempotencyKey;

/**
 * A gift on its way into the database.
 *
 * @param at program clock
 * @param wallTime when it was asked for, by the wall clock, from which its time to pay runs
 */
@SuppressWarnings("ArrayRecordComponent") // a hash that is only compared
record Wish(
        DonationId id,
        NewDonation content,
        IdempotencyKey key,
        byte[] hash,
        Instant at,
        Instant wallTime,
        Duration timeToPay,
        ReceiptToken token) {

    boolean mayGoTo(Map<CampaignCode, Campaign> campaigns) {
        Campaign campaign = campaigns.get(content.campaign());
        return campaign != null && campaign.takesGiftsAt(at);
    }
}

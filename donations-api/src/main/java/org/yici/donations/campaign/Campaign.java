package org.yici.donations.campaign;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yici.ledger.CampaignCode;
import org.yici.ledger.FundCode;
import org.yici.ledger.Money;
import org.yici.platform.facts.Fact.Chip;
import org.yici.platform.facts.Fact.Words;

/**
 * A public fundraising campaign (公开募捐活动) with every particular that page and poster must show (慈善法 2023, §22–27).
 *
 * @param fund the fund that its gifts are restricted to
 * @param chips the amounts it proposes, each with what it does
 * @param filingNumber 募捐方案备案号; empty while the plan is not filed yet
 * @param qualification 公开募捐资格 of the organisation; empty while it has none
 * @param leftOver what happens to money that is left over (§58)
 * @param platformLink the designated online platform on which it runs as well (§27)
 * @param opensAt when gifts begin
 * @param closesAt when they end; null for a campaign without an end
 */
public record Campaign(
        CampaignCode code,
        Fund fund,
        CampaignState state,
        Words title,
        Words purpose,
        Words story,
        List<Chip> chips,
        Money goal,
        String filingNumber,
        String qualification,
        Words organisation,
        String personInCharge,
        String contact,
        Words leftOver,
        String platformLink,
        Instant opensAt,
        @Nullable Instant closesAt) {

    /** The fund behind a campaign, by its code and name. */
    public record Fund(FundCode code, Words name) {}

    public Campaign {
        chips = List.copyOf(chips);
    }

    public Campaign in(CampaignState next) {
        return new Campaign(
                code,
                fund,
                next,
                title,
                purpose,
                story,
                chips,
                goal,
                filingNumber,
                qualification,
                organisation,
                personInCharge,
                contact,
                leftOver,
                platformLink,
                opensAt,
                closesAt);
    }

    /** Whether one may give to it at {@code now}. */
    public boolean takesGiftsAt(Instant now) {
        return state == CampaignState.OPEN && !now.isBefore(opensAt) && (closesAt == null || now.isBefore(closesAt));
    }
}

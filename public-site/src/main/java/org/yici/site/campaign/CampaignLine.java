package org.yici.site.campaign;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.yici.site.fund.FundFigures;

/**
 * A campaign in a list.
 *
 * @param fund where its gifts go
 * @param received less refunds, fen
 */
public record CampaignLine(
        String code,
        String titleZh,
        String titleEn,
        String purposeZh,
        String purposeEn,
        String state,
        long goal,
        @Nullable String filingNumber,
        @Nullable Instant closesAt,
        long received,
        long donations,
        @Nullable FundFigures fund) {

    public String title(String lang) {
        return "en".equals(lang) ? titleEn : titleZh;
    }

    public String purpose(String lang) {
        return "en".equals(lang) ? purposeEn : purposeZh;
    }

    public boolean isOpen() {
        return "OPEN".equals(state);
    }

    /** Whether the fund's figures are this campaign's own: it is the only one that feeds it. */
    public boolean fillsItsFund() {
        return fund != null && fund.received() - fund.refunded() == received && fund.transferred() == 0;
    }
}

package org.yici.donations.payment.counter.line;

import java.time.LocalDate;
import java.util.Map;
import org.yici.donations.donation.GiftLimits;
import org.yici.platform.sheet.SheetCell;

/** Decides about one line after the other, by what holds when the sheet is checked. */
public final class LineCheck {

    private final CampaignNames campaigns;
    private final GiftLimits limits;
    private final LineDefaults defaults;
    private final LocalDate today;

    /** @param today the last day that a gift may have been given on */
    public LineCheck(CampaignNames campaigns, GiftLimits limits, LineDefaults defaults, LocalDate today) {
        this.campaigns = campaigns;
        this.limits = limits;
        this.defaults = defaults;
        this.today = today;
    }

    /** A gift, or everything that is wrong with it. */
    public LineFate check(Map<Column, SheetCell> cells) {
        return new LineReading(cells, campaigns, limits, defaults, today).fate();
    }
}

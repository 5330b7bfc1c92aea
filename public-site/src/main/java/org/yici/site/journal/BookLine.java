package org.yici.site.journal;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One line of the book, as pages show it: no name, no message, only time, purpose and amount.
 *
 * @param amount fen; of one fund, in that fund's book
 * @param of the journal that this one refunds
 * @param township of a grant; null where it could tell who
 */
public record BookLine(
        long sequence,
        Instant at,
        String kind,
        long amount,
        @Nullable Long of,
        @Nullable String campaignZh,
        @Nullable String campaignEn,
        @Nullable String campaignCode,
        @Nullable String grant,
        @Nullable String aid,
        @Nullable String township) {

    /** The campaign's title, or its code until the title is known. */
    public @Nullable String campaign(String lang) {
        String title = "en".equals(lang) ? campaignEn : campaignZh;
        return title == null ? campaignCode : title;
    }

    /** Where this line's way is told. */
    public String href() {
        if (grant != null) {
            return "/grants/" + grant;
        }
        return "/gifts/" + ("donation".equals(kind) || of == null ? sequence : of);
    }

    public boolean isIn() {
        return switch (kind) {
            case "donation", "release", "payout-returned", "grant-returned" -> true;
            default -> false;
        };
    }

    public boolean isPaid() {
        return "payout-confirmed".equals(kind);
    }

    public boolean isPromised() {
        return "award".equals(kind);
    }
}

package org.yici.donations.donation;

import org.jspecify.annotations.Nullable;
import org.yici.ledger.CampaignCode;
import org.yici.ledger.Money;

/**
 * A gift that somebody wishes to give.
 *
 * @param amount 1 fen to the limit ({@link GiftLimits})
 * @param method the payment method's word, such as {@code sandbox}
 * @param place where the QR code hung, such as {@code village-shop}; null when unknown
 * @param message a word to the charity, never published; null for none
 */
public record NewDonation(
        CampaignCode campaign,
        Money amount,
        String method,
        @Nullable String place,
        @Nullable String message,
        Donor donor) {}

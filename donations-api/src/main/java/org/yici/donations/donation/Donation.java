package org.yici.donations.donation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.yici.ledger.CampaignCode;
import org.yici.ledger.FundCode;
import org.yici.ledger.Money;

/**
 * A gift as it stands. Who gave it is sealed apart ({@link DonorSeal}).
 *
 * @param createdAt program clock
 * @param paidAt program clock, as in the journal; null until paid
 * @param sequence the number of its journal; null until paid
 */
public record Donation(
        DonationId id,
        CampaignCode campaign,
        FundCode fund,
        Money amount,
        String method,
        DonationStatus status,
        @Nullable String place,
        Instant createdAt,
        @Nullable Instant paidAt,
        @Nullable Long sequence) {}

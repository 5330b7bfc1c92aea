package org.yici.donations.donation.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;
import org.yici.donations.donation.Donation;
import org.yici.ledger.Money;

/**
 * A gift for programs.
 *
 * @param payUrl where to pay; only while that is possible
 * @param receiptUrl its last segment is the token
 * @param sequence the number of its journal, once paid
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record DonationAnswer(
        String id,
        String status,
        Amount amount,
        String campaign,
        @Nullable String payUrl,
        @Nullable String receiptUrl,
        @Nullable Long sequence) {

    record Amount(long value, String currency) {}

    static DonationAnswer of(Donation donation, @Nullable String payUrl, @Nullable String receiptUrl) {
        return new DonationAnswer(
                donation.id().toString(),
                donation.status().name(),
                new Amount(donation.amount().fen(), Money.CURRENCY),
                donation.campaign().value(),
                payUrl,
                receiptUrl,
                donation.sequence());
    }
}

package org.yici.donations.donation.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;
import org.yici.donations.donation.CreatedDonation;
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

    /** As it was first answered: what became of the gift since is asked for at its own address. */
    static DonationAnswer created(CreatedDonation created, PayAddresses addresses) {
        return new DonationAnswer(
                created.id().toString(),
                "PENDING",
                new Amount(created.content().amount().fen(), Money.CURRENCY),
                created.content().campaign().value(),
                addresses.pay(created),
                addresses.receipt(created.token()),
                null);
    }

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

package org.yici.donations.payment.counter.line;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.yici.donations.donation.Donor;
import org.yici.donations.donation.NewDonation;
import org.yici.ledger.CampaignCode;
import org.yici.ledger.Money;

/**
 * A gift as somebody brought it to the counter.
 *
 * @param givenOn the day that sheet or clerk names; the journal has the time when it is booked
 * @param reference the bank's number of a transfer, never null for one; of cash the number of its slip, or null
 * @param note a word to the charity, never published
 */
public record CounterGift(
        CounterMethod method,
        CampaignCode campaign,
        LocalDate givenOn,
        Money amount,
        @Nullable String reference,
        Donor donor,
        @Nullable String note) {

    /** The gift for the books. */
    public NewDonation toDonation() {
        return new NewDonation(campaign, amount, method.word(), null, note, donor);
    }

    /** Never who gives: a record's own text ends up in logs. */
    @Override
    public String toString() {
        return method + " " + amount + " " + givenOn;
    }
}

package org.yici.donations.payment;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.yici.donations.donation.Donation;
import org.yici.donations.donation.DonationId;
import org.yici.ledger.Journal;
import org.yici.ledger.MoneyMoves;

/**
 * A gift that a notice pays, with the journal that is to say so. Its remarks are the database's: only there is it known who
 * gives for the first time.
 *
 * @param reference the provider's own number of the payment
 */
record Booking(DonationId id, String reference, Journal journal) {

    /** @param at program clock, when the notice came */
    static Booking of(Donation donation, PaidNotice notice, Instant at) {
        Journal journal = MoneyMoves.giftReceived(
                "donation/" + donation.id(),
                at,
                donation.method(),
                donation.fund(),
                donation.campaign(),
                donation.amount(),
                privatePart(donation, notice));
        return new Booking(donation.id(), notice.reference(), journal);
    }

    /** What the donor can check on the receipt: which gift and which payment this journal is. */
    private static Map<String, @Nullable Object> privatePart(Donation donation, PaidNotice notice) {
        Map<String, @Nullable Object> part = new TreeMap<>();
        part.put("donation", donation.id().toString());
        part.put("method", donation.method());
        part.put("place", donation.place());
        part.put("reference", notice.reference());
        return part;
    }
}

package org.yici.donations.payment;

import org.yici.donations.donation.DonationId;

/**
 * A gift that is in the books.
 *
 * @param sequence the number of its journal
 * @param repeated true when an earlier notice had confirmed it, and nothing moved this time
 */
public record ConfirmedGift(DonationId donation, long sequence, boolean repeated) {}

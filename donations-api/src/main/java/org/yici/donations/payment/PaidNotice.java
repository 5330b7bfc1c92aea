package org.yici.donations.payment;

import org.yici.donations.donation.DonationId;
import org.yici.ledger.Money;

/**
 * A provider's word that it has the money for a gift, already known to be the provider's.
 *
 * @param reference the provider's own number of this payment; one payment pays one gift
 */
public record PaidNotice(DonationId donation, String method, Money amount, String reference) {}

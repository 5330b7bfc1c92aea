package org.yici.donations.payment.refund;

import org.yici.donations.donation.Donation;
import org.yici.ledger.Money;

/**
 * A refund with what it is about.
 *
 * @param refundable how much of the gift could go back now; zero once the gift is spent or gone back
 */
public record RefundCase(Donation gift, Refund refund, Money refundable) {}

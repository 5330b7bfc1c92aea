package org.yici.donations.payment;

import org.jspecify.annotations.Nullable;
import org.yici.donations.donation.Donation;
import org.yici.donations.payment.order.OrderNumber;
import org.yici.ledger.Money;

/**
 * Money of a gift on its way back to the donor, under a number of its own.
 *
 * @param number the same whenever the same money is sent again, so that it is sent once
 * @param reason what the donor reads at the provider, at most 40 characters
 * @param known the provider's name for it; null until it is known
 */
public record SendBack(
        OrderNumber number,
        Donation gift,
        Money amount,
        String reason,
        @Nullable String known) {}

package org.yici.donations.payment.order;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.yici.donations.donation.DonationId;
import org.yici.ledger.Money;

/**
 * An order as it is stored and as it is sent. Nothing in it changes but what the provider calls it.
 *
 * @param form how it is paid, one of the provider's words
 * @param title what the donor reads at the provider, at most 40 characters
 * @param payer whom the provider knows the donor by, where the form needs that (WeChat's openid); never logged
 * @param address the donor's IP address, where the form needs it; never logged
 * @param back where the donor comes back to, a full address of ours
 * @param expiresAt wall clock, whole seconds
 * @param known the provider's name for the order, where it has one (Stripe's session); null until opened
 * @param payment the provider's number of the payment; null until paid
 */
public record Order(
        OrderNumber number,
        DonationId donation,
        String provider,
        String form,
        Money amount,
        String title,
        @Nullable String payer,
        @Nullable String address,
        String back,
        Instant createdAt,
        Instant expiresAt,
        @Nullable String known,
        @Nullable String payment) {}

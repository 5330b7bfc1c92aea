package org.yici.donations.payment.checkout;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.yici.donations.donation.DonationId;
import org.yici.donations.payment.order.Checkout;
import org.yici.donations.payment.order.Order;

/**
 * An order on file.
 *
 * @param id its gift's, should it come to be a gift of its own
 * @param shown how its donor goes on to pay; null until the provider has taken the order
 * @param paidAt when we knew of the payment, wall clock; null until then
 * @param paidFor the gift that it paid; null until that is in the books
 */
record StoredOrder(
        DonationId id,
        Order order,
        PaymentState state,
        @Nullable Checkout shown,
        @Nullable Instant paidAt,
        @Nullable DonationId paidFor,
        int asks) {}

package org.yici.donations.payment.order;

import org.jspecify.annotations.Nullable;
import org.yici.ledger.Money;

/**
 * Money to be sent back, by its own number.
 *
 * @param order that was paid
 * @param reason what the donor reads, at most 40 characters
 * @param known the provider's name for the refund; null until it is known
 */
public record RefundOrder(
        OrderNumber number,
        Order order,
        Money amount,
        String reason,
        @Nullable String known) {}

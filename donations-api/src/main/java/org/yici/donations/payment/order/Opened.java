package org.yici.donations.payment.order;

import org.jspecify.annotations.Nullable;

/** @param known the provider's name for the order, to be stored with it; null where ours is enough */
public record Opened(Checkout checkout, @Nullable String known) {}

/**
 * Stripe Checkout, for gifts from abroad, by Stripe's own SDK. Nothing here is known outside but the
 * {@link org.yici.donations.payment.order.PaymentProvider} that {@code StripeConfiguration} makes.
 */
@NullMarked
@CheckReturnValue
package org.yici.donations.payment.stripe;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;

/**
 * Orders at payment providers: what we ask of a provider, and what it says of an order, its refunds and its day. A provider
 * is a sub-package of {@code payment} with one {@link org.yici.donations.payment.order.PaymentProvider} and nothing else that
 * anybody knows of.
 */
@NullMarked
@CheckReturnValue
package org.yici.donations.payment.order;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;

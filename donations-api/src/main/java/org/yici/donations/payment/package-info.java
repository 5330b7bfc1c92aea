/**
 * From the provider's word to the journal: notices, asking, confirming, settling.
 *
 * <p>A provider is one sub-package with a {@link org.yici.donations.payment.PaymentMethod}. For programs in this process:
 * {@link org.yici.donations.payment.Confirming#confirm} and {@link org.yici.donations.payment.Settling#settle}.
 */
@NullMarked
@CheckReturnValue
package org.yici.donations.payment;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;

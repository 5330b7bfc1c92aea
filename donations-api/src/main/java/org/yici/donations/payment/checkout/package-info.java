/**
 * How a gift is paid at a provider: an order is opened, its payment heard of or asked for, compared, kept, and booked once. What
 * does not fit waits for a person as a {@link org.yici.donations.payment.discrepancy.Discrepancy}.
 */
@NullMarked
@CheckReturnValue
package org.yici.donations.payment.checkout;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;

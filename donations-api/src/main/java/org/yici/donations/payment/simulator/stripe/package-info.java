/**
 * A Stripe that is none: speaks its API over loopback HTTP, so that its SDK, unmodified, talks to it; keeps sessions,
 * refunds and the balance in memory; has a cashier's page; signs its notices, or as somebody else would who has not the key.
 */
@NullMarked
@CheckReturnValue
package org.yici.donations.payment.simulator.stripe;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;

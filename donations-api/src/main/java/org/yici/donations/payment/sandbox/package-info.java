/** A payment provider of our own making, for demos and tests: cashier, orders, signed notices. */
@NullMarked
@CheckReturnValue
package org.yici.donations.payment.sandbox;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;

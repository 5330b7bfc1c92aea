/**
 * Alipay as it answers, with real keys: one gateway that checks and signs, a cashier, notices good and bad, and the day's bills.
 * It shares no code with what talks to it.
 */
@NullMarked
@CheckReturnValue
package org.yici.donations.payment.simulator.alipay;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;

/**
 * Payment providers that are none: they speak WeChat Pay v3, Alipay and Stripe over loopback HTTP with real keys and real
 * cryptography, so that the official SDKs, unmodified, talk to them. For tests and the demo; production refuses to start with
 * one. What they know is kept in memory.
 */
@NullMarked
@CheckReturnValue
package org.yici.donations.payment.simulator;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;

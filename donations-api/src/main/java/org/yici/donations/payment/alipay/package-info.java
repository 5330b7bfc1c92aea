/**
 * Alipay (支付宝) by its official SDK: three forms of paying, refunds, notices and bills. Switched on by its settings alone.
 * The texts and codes come from Alipay's own documents; what could not be tried with real credentials says so.
 */
@NullMarked
@CheckReturnValue
package org.yici.donations.payment.alipay;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;

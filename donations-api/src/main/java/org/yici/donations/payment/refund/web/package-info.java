/** Refunds for programs, for the staff, and for the donor who has the receipt. */
@NullMarked
@CheckReturnValue
package org.yici.donations.payment.refund.web;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;

/** The staff's pages of the counter. */
@NullMarked
@CheckReturnValue
package org.yici.donations.payment.counter.web;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;

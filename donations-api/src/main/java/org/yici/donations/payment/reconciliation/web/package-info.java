/** What staff see of providers' bills. */
@NullMarked
@CheckReturnValue
package org.yici.donations.payment.reconciliation.web;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;

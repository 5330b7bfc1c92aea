/** The staff's pages of the bank's statements. */
@NullMarked
@CheckReturnValue
package org.yici.donations.payment.reconciliation.statement.web;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;

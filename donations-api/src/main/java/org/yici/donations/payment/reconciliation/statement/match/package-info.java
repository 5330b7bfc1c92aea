/** Which line of the bank's statement is which entry of our books. Pure: by numbers first, then by names and days, and never a guess. */
@NullMarked
@CheckReturnValue
package org.yici.donations.payment.reconciliation.statement.match;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;

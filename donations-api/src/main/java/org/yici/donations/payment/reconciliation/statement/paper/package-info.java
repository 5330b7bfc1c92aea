/** What a bank's statement of the account says, in camt.053 or as a spreadsheet: read whole, or refused line by line. Pure. */
@NullMarked
@CheckReturnValue
package org.yici.donations.payment.reconciliation.statement.paper;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;

/** Awards sent to the bank in batches, and what the bank says became of them. */
@NullMarked
@CheckReturnValue
package org.yici.disbursement.payout;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;

/** What happened after the money arrived: receipt confirmed, visits noted. */
@NullMarked
@CheckReturnValue
package org.yici.disbursement.followup;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;

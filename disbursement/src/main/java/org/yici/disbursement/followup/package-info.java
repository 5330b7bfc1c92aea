/** What happened after the money arrived: receipt confirmed, visits due and made, and what the public learns of them. */
@NullMarked
@CheckReturnValue
package org.yici.disbursement.followup;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;

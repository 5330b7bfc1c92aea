/** What may be granted: kinds of aid, their caps, and the funds they draw on, in order. */
@NullMarked
@CheckReturnValue
package org.yici.disbursement.programme;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;

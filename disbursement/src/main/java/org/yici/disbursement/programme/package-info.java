/** What may be granted on a day: kinds of aid, each by the standard in force. */
@NullMarked
@CheckReturnValue
package org.yici.disbursement.programme;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;

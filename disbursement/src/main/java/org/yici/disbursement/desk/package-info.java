/** What lies on a member of staff's desk: the work that waits for them, each case on one page, and the forms of its steps. */
@NullMarked
@CheckReturnValue
package org.yici.disbursement.desk;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;

/** One line of a clerk's list: what is asked of it, and why it is refused. Pure. */
@NullMarked
@CheckReturnValue
package org.yici.disbursement.household.sheet.line;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;

/** A clerk's list from its title rows to its totals: which row is what, and which rows are one household. Pure. */
@NullMarked
@CheckReturnValue
package org.yici.disbursement.household.sheet.walk;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;

/** How much may be granted: formulas, their versions by date, and how a decision was judged. Pure, but for what reads the tables. */
@NullMarked
@CheckReturnValue
package org.yici.disbursement.standard;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;

/** Visits at home (入户调查): who went, when, and what they found. */
@NullMarked
@CheckReturnValue
package org.yici.disbursement.homevisit;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;

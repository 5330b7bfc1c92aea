/** Time that never goes back, and the demo's hand on the program clock, of which nothing exists outside a demo. */
@NullMarked
@CheckReturnValue
package org.yici.disbursement.clock;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;

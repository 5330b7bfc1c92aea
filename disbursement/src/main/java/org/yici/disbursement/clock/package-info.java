/** The demo's hand on the program clock; nothing of it exists outside a demo. */
@NullMarked
@CheckReturnValue
package org.yici.disbursement.clock;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;

/** One gift at the counter: what is asked of it, and why it is refused. Pure, but for the key of its identity. */
@NullMarked
@CheckReturnValue
package org.yici.donations.payment.counter.line;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;

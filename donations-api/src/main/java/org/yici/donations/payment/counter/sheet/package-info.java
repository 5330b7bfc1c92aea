/** A sheet of gifts from its title rows to its totals: which row is what. */
@NullMarked
@CheckReturnValue
package org.yici.donations.payment.counter.sheet;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;

/** What the embedded edition carries on one machine, side by side with what it is measured against. */
@NullMarked
@CheckReturnValue
package org.yici.benchmarks;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;

/** Measuring in rounds: who takes part, whose turn it is, what was seen. */
@NullMarked
@CheckReturnValue
package org.yici.benchmarks.round;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;

/** Processes of their own, what they say to each other, and what they use of the machine. */
@NullMarked
@CheckReturnValue
package org.yici.benchmarks.process;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;

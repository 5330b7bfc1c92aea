/** The load generator: a process of its own, as cheap as can be, so that what is measured is the platform. */
@NullMarked
@CheckReturnValue
package org.yici.benchmarks.load;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;

/** The sides that are measured in turns. */
@NullMarked
@CheckReturnValue
package org.yici.benchmarks.side;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;

/** The same at ten thousand and at ten million journals. */
@NullMarked
@CheckReturnValue
package org.yici.benchmarks.growth;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;

/** The embedded edition as an operator starts it, and the database in it. */
@NullMarked
@CheckReturnValue
package org.yici.benchmarks.edition;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;

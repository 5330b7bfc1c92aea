/** The program's clock, which a demo may move forward and nothing else may. */
@NullMarked
@CheckReturnValue
package org.yici.platform.clock;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;

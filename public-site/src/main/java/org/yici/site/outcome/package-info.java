/** How grants turned out: what visits found, told of five people or more together. */
@NullMarked
@CheckReturnValue
package org.yici.site.outcome;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;

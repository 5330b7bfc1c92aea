/** One gift's way, fen by fen. */
@NullMarked
@CheckReturnValue
package org.yici.site.trace;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;

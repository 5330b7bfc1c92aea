/** Prints pages when what they show has changed, and keeps them as bytes. */
@NullMarked
@CheckReturnValue
package org.yici.site.press;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;

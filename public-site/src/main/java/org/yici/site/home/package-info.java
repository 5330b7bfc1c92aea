/** The first page: one sentence, the bar, and the book. */
@NullMarked
@CheckReturnValue
package org.yici.site.home;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;

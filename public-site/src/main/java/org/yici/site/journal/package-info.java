/** The public journals: the book line by line, as JSON and as a stream of events. */
@NullMarked
@CheckReturnValue
package org.yici.site.journal;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;

/** Reads the three topics and hands what they say to each room, in one transaction with the position. */
@NullMarked
@CheckReturnValue
package org.yici.site.feed;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;

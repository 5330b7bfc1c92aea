/** Public notices while they run, and what stays of them. */
@NullMarked
@CheckReturnValue
package org.yici.site.notice;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;

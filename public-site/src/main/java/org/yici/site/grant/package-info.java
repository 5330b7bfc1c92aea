/** Each grant's way, from its award on. */
@NullMarked
@CheckReturnValue
package org.yici.site.grant;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;

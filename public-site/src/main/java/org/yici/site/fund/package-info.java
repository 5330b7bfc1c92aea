/** What each fund received, promised, paid and still has. */
@NullMarked
@CheckReturnValue
package org.yici.site.fund;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;

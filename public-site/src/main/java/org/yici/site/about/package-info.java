/** How to read these books. */
@NullMarked
@CheckReturnValue
package org.yici.site.about;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;

/** The campaigns, as the public finds them. */
@NullMarked
@CheckReturnValue
package org.yici.site.campaign;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;

/** The shapes that every JSON answer shares: amounts, lists and their cursors. */
@NullMarked
@CheckReturnValue
package org.yici.site.listing;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;

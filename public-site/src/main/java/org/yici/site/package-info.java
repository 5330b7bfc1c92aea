/** What the public sees, projected from published facts alone. */
@NullMarked
@CheckReturnValue
package org.yici.site;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;

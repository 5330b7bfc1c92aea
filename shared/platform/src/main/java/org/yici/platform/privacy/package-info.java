/** What keeps a person's data theirs: encryption by field, blind search, masks, and numbers that are checked before they are kept. */
@NullMarked
@CheckReturnValue
package org.yici.platform.privacy;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;

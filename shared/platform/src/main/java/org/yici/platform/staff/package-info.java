/** Who works here: identity, roles, the one session, and the trail of what each person did. */
@NullMarked
@CheckReturnValue
package org.yici.platform.staff;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;

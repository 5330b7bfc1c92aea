/** The door: who is behind a request, what they must show, and the pages where they sign in. The same in every service. */
@NullMarked
@CheckReturnValue
package org.yici.platform.staff.web;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;

/** The demo world: a county's year of small gifts and grants, invented person by person, played through the real code. */
@NullMarked
@CheckReturnValue
package org.yici.standalone.demo;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;

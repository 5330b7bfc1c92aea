/** Canonical bytes and commitments that outsiders can check; depends on the JDK alone. */
@NullMarked
@CheckReturnValue
package org.yici.proof;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;

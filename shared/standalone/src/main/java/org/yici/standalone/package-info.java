/** The embedded edition: engines and three services in one JVM behind one port. */
@NullMarked
@CheckReturnValue
package org.yici.standalone;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;

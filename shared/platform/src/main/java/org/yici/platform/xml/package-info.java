/** XML that banks send: read as data and nothing else. */
@NullMarked
@CheckReturnValue
package org.yici.platform.xml;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;

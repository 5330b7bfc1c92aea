/** What a use case answers: something done, or a refusal with its reason. */
@NullMarked
@CheckReturnValue
package org.yici.platform.outcome;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;

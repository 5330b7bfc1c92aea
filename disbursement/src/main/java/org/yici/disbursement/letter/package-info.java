/** What a household is told of a decision: its letter, how that came to it, and its appeal. */
@NullMarked
@CheckReturnValue
package org.yici.disbursement.letter;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;

/** What is asked of extracts and what they say, in the reader's words. */
@NullMarked
@CheckReturnValue
package org.yici.disbursement.crosscheck.words;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;

/** Papers of a case: photos and PDFs, checked by content, stripped of what they say about their maker, sealed, never changed. */
@NullMarked
@CheckReturnValue
package org.yici.disbursement.evidence;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;

/** From a file that a stranger sent to one that may be kept and opened: pure, blocking, bounded. */
@NullMarked
@CheckReturnValue
package org.yici.disbursement.evidence.clean;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;

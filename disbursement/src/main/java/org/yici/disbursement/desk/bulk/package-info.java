/** One step of many cases at once: shown first, then taken, each in a transaction of its own. */
@NullMarked
@CheckReturnValue
package org.yici.disbursement.desk.bulk;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;

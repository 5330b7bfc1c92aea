/** An approved grant: its funds committed, its amount owed to one household. */
@NullMarked
@CheckReturnValue
package org.yici.disbursement.award;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;

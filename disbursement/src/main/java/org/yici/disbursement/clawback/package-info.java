/** Money that was not used as agreed: to be put right, or to come back, part by part (慈善法 §60). */
@NullMarked
@CheckReturnValue
package org.yici.disbursement.clawback;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;

/** The whole register asked at once, for the yearly review (复核). */
@NullMarked
@CheckReturnValue
package org.yici.disbursement.crosscheck.run;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;

/** The public notice that runs by the clock, and the objections anyone may file. */
@NullMarked
@CheckReturnValue
package org.yici.disbursement.notice;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;

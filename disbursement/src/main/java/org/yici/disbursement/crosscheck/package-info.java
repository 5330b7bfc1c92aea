/** Cross-check (信息核对): what departments' extracts say of the people on the register. It informs a person and decides nothing. */
@NullMarked
@CheckReturnValue
package org.yici.disbursement.crosscheck;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;

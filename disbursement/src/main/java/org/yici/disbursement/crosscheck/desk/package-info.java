/** Cross-check for staff and programs: extracts, rules, reports and lists. */
@NullMarked
@CheckReturnValue
package org.yici.disbursement.crosscheck.desk;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;

/** What is asked of extracts: conditions over their columns, versioned by date, changed by two people. */
@NullMarked
@CheckReturnValue
package org.yici.disbursement.crosscheck.rule;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;

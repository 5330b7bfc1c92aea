/** What extracts say of one application's household, frozen with it, and what a person said to that. */
@NullMarked
@CheckReturnValue
package org.yici.disbursement.crosscheck.report;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;

/** Grants: household, application, review, notice, award, payout. */
@NullMarked
@CheckReturnValue
package org.yici.disbursement;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;

/** A household of a list held against the register: what is new about it, and what a person has to decide. Pure. */
@NullMarked
@CheckReturnValue
package org.yici.disbursement.household.sheet.plan;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;

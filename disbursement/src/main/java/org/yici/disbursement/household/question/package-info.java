/** What may be twice on the register: one person, one right. Found by the program, decided by a person, never merged. */
@NullMarked
@CheckReturnValue
package org.yici.disbursement.household.question;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;

/** Money that was paid to people who are in no due list any more: claimed back or left with them, by a person's decision. */
@NullMarked
@CheckReturnValue
package org.yici.disbursement.standing.claim;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;

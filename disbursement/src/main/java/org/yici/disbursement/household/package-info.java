/** The people a grant is for: a household, its members, its bank card, all encrypted. */
@NullMarked
@CheckReturnValue
package org.yici.disbursement.household;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;

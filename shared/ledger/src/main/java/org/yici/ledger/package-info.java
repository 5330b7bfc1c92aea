/** The double-entry ledger: the only code that moves money. */
@NullMarked
@CheckReturnValue
package org.yici.ledger;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;

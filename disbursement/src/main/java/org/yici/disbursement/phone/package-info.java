/** A household applies by phone: with a code from its officer, without an account. */
@NullMarked
@CheckReturnValue
package org.yici.disbursement.phone;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;

/** What a donor keeps: the certificate, what became of the money, and the means to check it. */
@NullMarked
@CheckReturnValue
package org.yici.donations.receipt;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;

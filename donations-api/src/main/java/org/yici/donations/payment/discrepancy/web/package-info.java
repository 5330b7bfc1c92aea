/** Where donors pay at a provider, where providers' notices come in, and where staff see what does not fit. */
@NullMarked
@CheckReturnValue
package org.yici.donations.payment.discrepancy.web;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;

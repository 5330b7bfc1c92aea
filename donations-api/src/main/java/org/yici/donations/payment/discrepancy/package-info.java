/** What does not fit about money and waits for a person, with an age and an owner; nothing here moves any. */
@NullMarked
@CheckReturnValue
package org.yici.donations.payment.discrepancy;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;

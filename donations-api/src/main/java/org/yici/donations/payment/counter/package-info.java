/** Gifts at the counter, cash and bank transfers: entered by one person, confirmed by another, booked like any gift. */
@NullMarked
@CheckReturnValue
package org.yici.donations.payment.counter;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;

/**
 * Gifts: what somebody wishes to give, once a key, until it is paid, closed or given back.
 *
 * <p>For programs in this process: {@link org.yici.donations.donation.Giving#create}.
 */
@NullMarked
@CheckReturnValue
package org.yici.donations.donation;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;

/** Gifts: campaign, donation, payment, receipt. */
@NullMarked
@CheckReturnValue
package org.yici.donations;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;

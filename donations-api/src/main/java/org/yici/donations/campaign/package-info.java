/** Campaigns: what one may give to, lawful before it opens, and its QR codes. */
@NullMarked
@CheckReturnValue
package org.yici.donations.campaign;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;

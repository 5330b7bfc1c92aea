/** Giving by form and by JSON, and the staff's list of gifts. */
@NullMarked
@CheckReturnValue
package org.yici.donations.donation.web;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;

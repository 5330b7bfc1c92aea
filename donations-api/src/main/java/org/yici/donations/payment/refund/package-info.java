/**
 * Gifts that go back: asked for by the donor or by staff, decided by two people, taken from what is not spent yet, sent to the
 * provider or paid by hand.
 *
 * <p>For providers: what one says of a refund by itself, such as in a notice, goes to {@link
 * org.yici.donations.payment.refund.HearRefund}; what it takes back by force, to {@link
 * org.yici.donations.payment.refund.ForcedRefund}.
 */
@NullMarked
@CheckReturnValue
package org.yici.donations.payment.refund;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;

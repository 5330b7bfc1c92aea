/**
 * Our books against each provider's bill, every day: each line is what we know, or makes the journal that was missing (a fee, a
 * settlement, a payment that nobody had told us of), or waits for a person.
 */
@NullMarked
@CheckReturnValue
package org.yici.donations.payment.reconciliation;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;

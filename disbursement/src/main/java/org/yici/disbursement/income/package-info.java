/**
 * What a household counts as its income, by days: written down by one person with its source, confirmed by another. Entitlements
 * that are paid as a difference rest on it.
 */
@NullMarked
@CheckReturnValue
package org.yici.disbursement.income;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;

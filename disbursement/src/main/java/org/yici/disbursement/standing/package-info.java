/**
 * Standing entitlements (低保, 特困, 优抚): what the state owes to entitled people each period, by standards, from the list
 * of who is entitled to the list of what is due, fixed and paid. Treasury money, never the charity's.
 */
@NullMarked
@CheckReturnValue
package org.yici.disbursement.standing;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;

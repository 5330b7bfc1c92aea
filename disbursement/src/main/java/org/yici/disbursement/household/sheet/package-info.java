/**
 * Lists of households as clerks bring them: read first, with every row's fate and nothing changed; then entered, each
 * household whole or not at all. The same list again changes nothing.
 */
@NullMarked
@CheckReturnValue
package org.yici.disbursement.household.sheet;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;

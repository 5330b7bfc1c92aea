/** Standards on staff's desk: proposed by one, approved by another, with what would change; and every decision judged again. */
@NullMarked
@CheckReturnValue
package org.yici.disbursement.standard.desk;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;

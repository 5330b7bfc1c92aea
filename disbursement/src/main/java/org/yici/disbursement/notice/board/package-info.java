/** Running notices on paper for the board of a village. */
@NullMarked
@CheckReturnValue
package org.yici.disbursement.notice.board;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;

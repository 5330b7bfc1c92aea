/** Fen-exact traces: pure values over a fund's number line, shared by receipts and the public trace. */
@NullMarked
@CheckReturnValue
package org.yici.ledger.trace;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;

/**
 * What the bank says of the account against our books: each line of its statement that came in is a settlement or a gift by
 * transfer that we know, or waits for a person; and a settlement that the bank does not show waits for one too. No money moves
 * here, and what went out is not ours to compare: payouts are disbursement's.
 */
@NullMarked
@CheckReturnValue
package org.yici.donations.payment.reconciliation.statement;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;

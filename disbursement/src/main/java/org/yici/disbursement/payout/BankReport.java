package org.yici.disbursement.payout;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a file from the bank says.
 *
 * @param kind what its lines are about
 * @param batch the message id that it answers; null where it names none
 * @param lines about payments, in the file's order
 * @param notOurs entries that were passed over, since they cannot be about a payout
 */
record BankReport(Kind kind, @Nullable String batch, List<BankLine> lines, int notOurs) {

    enum Kind {
        /** The bank answers a batch: every line has to be one of its payments. */
        ANSWER,
        /** All that happened on the account: other payments stand in it too, and one of ours may stand in it twice. */
        STATEMENT
    }

    BankReport {
        lines = List.copyOf(lines);
    }

    static BankReport answer(@Nullable String batch, List<BankLine> lines) {
        return new BankReport(Kind.ANSWER, batch, lines, 0);
    }

    boolean isStatement() {
        return kind == Kind.STATEMENT;
    }

    boolean isEmpty() {
        return lines.isEmpty() && notOurs == 0;
    }
}

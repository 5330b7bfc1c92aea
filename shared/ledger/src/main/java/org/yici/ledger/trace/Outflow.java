package org.yici.ledger.trace;

import org.yici.ledger.FundCode;
import org.yici.ledger.JournalKind;

/**
 * A stretch of a fund's line that a journal took from the frontier on; one journal takes several where holes lie between.
 *
 * @param sequence the journal
 * @param use what for
 * @param from in fen of the line
 * @param to exclusive
 */
public record Outflow(long sequence, Use use, FundCode fund, long from, long to) {

    /** What fen were taken for, unless they came back. */
    public enum Use {
        AWARD,
        COST;

        /** A transfer's fen have all come back in another fund, so none of them is counted as cost. */
        public static Use of(JournalKind kind) {
            return kind == JournalKind.AWARD ? AWARD : COST;
        }
    }

    public Outflow {
        Stretch.check(from, to);
    }
}

package org.yici.ledger.trace;

import org.yici.ledger.FundCode;

/**
 * A stretch cut out of a gift because it went back to the donor.
 *
 * @param sequence the refund
 * @param from in fen of the line
 * @param to exclusive
 */
public record Hole(long sequence, FundCode fund, long from, long to) {

    public Hole {
        Stretch.check(from, to);
    }
}

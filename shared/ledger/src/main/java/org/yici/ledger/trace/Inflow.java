package org.yici.ledger.trace;

import org.jspecify.annotations.Nullable;
import org.yici.ledger.FundCode;

/**
 * The stretch of a fund's line that a journal added at its end: a gift, or fen that came back.
 *
 * @param sequence the journal
 * @param from in fen of the line
 * @param to exclusive
 * @param origin where the fen had lain before they came back; null for a gift
 */
public record Inflow(
        long sequence,
        FundCode fund,
        long from,
        long to,
        @Nullable Origin origin) {

    /**
     * @param sequence the journal that had taken the fen
     * @param from their first place on that fund's line; they lay in the same order
     */
    public record Origin(long sequence, FundCode fund, long from) {}

    public Inflow {
        Stretch.check(from, to);
    }

    long length() {
        return to - from;
    }
}

package org.yici.ledger.trace;

import org.yici.ledger.FundCode;

/** Some fen that lie side by side on a fund's line, {@code to} exclusive. */
record Stretch(FundCode fund, long from, long to) {

    Stretch {
        check(from, to);
    }

    static void check(long from, long to) {
        if (from < 0 || to <= from) {
            throw new IllegalArgumentException("no stretch of a line: [" + from + ", " + to + ")");
        }
    }

    long length() {
        return to - from;
    }

    /** The part within [lower, upper); the two must overlap. */
    Stretch within(long lower, long upper) {
        return new Stretch(fund, Math.max(from, lower), Math.min(to, upper));
    }
}

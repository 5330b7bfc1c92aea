package org.yici.site.fund;

/**
 * What a journal, or many together, does to the figures of one fund, in fen and in counts. Always
 * {@code received + transferred − refunded − costs = balance + committed + disbursed}.
 */
record FundMove(
        long received,
        long refunded,
        long costs,
        long committed,
        long disbursed,
        long transferred,
        long balance,
        long donations,
        long donors) {

    static final FundMove NONE = new FundMove(0, 0, 0, 0, 0, 0, 0, 0, 0);

    static FundMove gift(long fen, boolean newDonor) {
        return new FundMove(fen, 0, 0, 0, 0, 0, fen, 1, newDonor ? 1 : 0);
    }

    static FundMove refund(long fen, boolean donorGone) {
        return new FundMove(0, fen, 0, 0, 0, 0, -fen, 0, donorGone ? -1 : 0);
    }

    static FundMove cost(long fen) {
        return new FundMove(0, 0, fen, 0, 0, 0, -fen, 0, 0);
    }

    /** An award; a release with negative fen. */
    static FundMove award(long fen) {
        return new FundMove(0, 0, 0, fen, 0, 0, -fen, 0, 0);
    }

    /** A confirmed payout; one that came back with negative fen. */
    static FundMove payment(long fen) {
        return new FundMove(0, 0, 0, -fen, fen, 0, 0, 0, 0);
    }

    /** What a household gave back of a grant that had reached it. */
    static FundMove givenBack(long fen) {
        return new FundMove(0, 0, 0, 0, -fen, 0, fen, 0, 0);
    }

    /** What comes in from another fund; what goes there with negative fen. */
    static FundMove transfer(long fen) {
        return new FundMove(0, 0, 0, 0, 0, fen, fen, 0, 0);
    }

    /** A correction of what was received: no gift more or less. */
    static FundMove corrected(long fen) {
        return new FundMove(fen, 0, 0, 0, 0, 0, fen, 0, 0);
    }

    FundMove plus(FundMove other) {
        return new FundMove(
                received + other.received,
                refunded + other.refunded,
                costs + other.costs,
                committed + other.committed,
                disbursed + other.disbursed,
                transferred + other.transferred,
                balance + other.balance,
                donations + other.donations,
                donors + other.donors);
    }
}

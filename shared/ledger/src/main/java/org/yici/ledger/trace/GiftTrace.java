package org.yici.ledger.trace;

import java.util.List;
import org.yici.ledger.FundCode;
import org.yici.ledger.Money;

/**
 * What became of one gift: paid + costs + refunded + unspent = amount, to the fen.
 *
 * @param gift the sequence of its journal
 * @param from where its stretch of the fund's line begins, in fen
 * @param to where it ends (exclusive), in fen
 * @param paid its share in each award, in the order of the awards; what an award released is no longer in it
 * @param costs what it bore of fees and other costs
 * @param refunded what went back to the donor
 * @param unspent what still lies in a fund
 */
public record GiftTrace(
        long gift, FundCode fund, long from, long to, List<Share> paid, Money costs, Money refunded, Money unspent) {

    /** @param award the sequence of the award's journal */
    public record Share(long award, Money amount) {}

    public Money amount() {
        return Money.ofFen(to - from);
    }
}

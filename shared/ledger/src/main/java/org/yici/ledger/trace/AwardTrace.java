package org.yici.ledger.trace;

import java.util.List;
import org.yici.ledger.FundCode;
import org.yici.ledger.Money;

/**
 * Which gifts one award was made of, less what it released.
 *
 * @param award the sequence of its journal
 * @param gifts each gift's share, in the order of the gifts
 */
public record AwardTrace(long award, List<Share> gifts) {

    /**
     * @param gift the sequence of the gift's journal
     * @param fund the fund to which the gift was given
     */
    public record Share(long gift, FundCode fund, Money amount) {}
}

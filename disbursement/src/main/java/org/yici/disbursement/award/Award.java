package org.yici.disbursement.award;

import java.time.Instant;
import java.util.Map;
import org.yici.disbursement.application.ApplicationId;
import org.yici.disbursement.household.HouseholdId;
import org.yici.ledger.AidKind;
import org.yici.ledger.FundCode;
import org.yici.ledger.GrantCode;
import org.yici.ledger.Money;

/**
 * A grant that was approved: its money has left the funds and is owed to one household.
 *
 * @param person blind index of who it is for
 * @param shares what each fund gave
 * @param sequence of the award's journal
 */
public record Award(
        AwardId id,
        GrantCode grant,
        ApplicationId application,
        HouseholdId household,
        byte[] person,
        AidKind kind,
        String township,
        Money amount,
        Map<FundCode, Money> shares,
        AwardState state,
        long sequence,
        Instant awardedAt) {

    public Award {
        shares = Map.copyOf(shares);
    }

    @Override
    public String toString() {
        return "award " + grant;
    }
}

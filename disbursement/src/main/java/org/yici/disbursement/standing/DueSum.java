package org.yici.disbursement.standing;

import java.time.YearMonth;
import org.yici.ledger.Money;

/** What one standard comes to in one month: so many people, so much each, so much together. */
public record DueSum(String standard, YearMonth month, Money each, int people, Money total) {

    public String messageKey() {
        return "standard." + standard;
    }
}

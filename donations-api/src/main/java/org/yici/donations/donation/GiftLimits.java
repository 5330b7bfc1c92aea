package org.yici.donations.donation;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.yici.ledger.Money;

/** How much a gift may be and how long its words. */
@Component
public final class GiftLimits {

    public static final int NAME_CHARACTERS = 60;
    public static final int MESSAGE_CHARACTERS = 200;

    private final Money most;

    /** @param mostFen the greatest gift, in fen (setting {@code yici.gift.most-fen}, ¥1,000,000.00 unless set) */
    GiftLimits(@Value("${yici.gift.most-fen:100000000}") long mostFen) {
        this.most = Money.ofFen(mostFen);
    }

    public Money most() {
        return most;
    }

    public boolean accept(Money amount) {
        return amount.isPositive() && amount.compareTo(most) <= 0;
    }
}

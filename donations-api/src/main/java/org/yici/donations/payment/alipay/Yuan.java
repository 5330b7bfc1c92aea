package org.yici.donations.payment.alipay;

import java.math.BigDecimal;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.yici.ledger.Money;

/** Amounts as Alipay writes them: yuan with two decimals, a point and no separators. */
final class Yuan {

    private static final int DECIMALS = 2;

    private Yuan() {}

    static String of(Money amount) {
        return BigDecimal.valueOf(amount.fen(), DECIMALS).toPlainString();
    }

    /** In fen; empty for what is no amount, or no whole number of fen. */
    static OptionalLong fen(@Nullable String text) {
        try {
            return text == null
                    ? OptionalLong.empty()
                    : OptionalLong.of(new BigDecimal(text.strip())
                            .movePointRight(DECIMALS)
                            .longValueExact());
        } catch (NumberFormatException | ArithmeticException wrong) {
            return OptionalLong.empty();
        }
    }
}

package org.yici.donations.payment.reconciliation.statement.paper;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.yici.ledger.Money;

/** An amount in camt.053: up to five decimals, of which yuan have two. Nothing is rounded. */
final class CamtAmount {

    private static final Pattern FORM = Pattern.compile("[0-9]{1,16}(\\.[0-9]{1,5})?");

    private CamtAmount() {}

    /** Empty where it is none of yuan. */
    static Optional<Money> read(@Nullable Element amount) {
        String text = amount == null || !isOfYuan(amount)
                ? ""
                : amount.getTextContent().strip();
        return FORM.matcher(text).matches()
                ? Money.parseYuan(withoutZeros(text)).money().filter(Yuan::isWithinReason)
                : Optional.empty();
    }

    static boolean isOfYuan(@Nullable Element amount) {
        return amount != null && Money.CURRENCY.equals(amount.getAttribute("Ccy"));
    }

    private static String withoutZeros(String text) {
        BigDecimal number = new BigDecimal(text);
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }
}

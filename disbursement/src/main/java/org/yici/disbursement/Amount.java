package org.yici.disbursement;

import org.jspecify.annotations.Nullable;
import org.yici.ledger.Money;
import org.yici.platform.outcome.FieldErrors;

/** An amount in JSON: whole fen with its currency. */
public record Amount(@Nullable Long value, @Nullable String currency) {

    /** ¥1,000,000.00: more than any grant; what is beyond it was mistyped. */
    public static final long MOST = 100_000_000;

    public static Amount of(Money money) {
        return new Amount(money.fen(), Money.CURRENCY);
    }

    /** The money, or {@link Money#ZERO} with the fault noted in {@code errors}. */
    public static Money read(@Nullable Amount amount, String field, FieldErrors errors) {
        if (amount == null) {
            errors.require(false, field, "input.required");
            return Money.ZERO;
        }
        Long value = amount.value();
        errors.require(Money.CURRENCY.equals(amount.currency()), field + ".currency", "input.currency");
        if (value != null && value >= 1 && value <= MOST) {
            return Money.ofFen(value);
        }
        errors.require(false, field + ".value", "input.application.amount", MOST / 100);
        return Money.ZERO;
    }
}

package org.yici.disbursement;

import org.jspecify.annotations.Nullable;
import org.yici.ledger.Money;
import org.yici.platform.outcome.InvalidInput;

/** An amount that a person types in yuan. */
public final class YuanField {

    private YuanField() {}

    /**
     * Null where the field was left empty.
     *
     * @throws InvalidInput with the reason where it is no amount; nothing is rounded
     */
    public static @Nullable Amount read(String typed, String field) {
        return typed.isBlank()
                ? null
                : Money.parseYuan(typed).fold(Amount::of, flaw -> {
                    throw InvalidInput.of(field, "input.yuan." + flaw.word());
                });
    }
}

package org.yici.disbursement.clawback;

import org.jspecify.annotations.Nullable;
import org.yici.disbursement.Amount;

/** Where a demand stands after a step. */
public record Demand(
        String id,
        String award,
        ClawbackState state,
        String correctBy,
        @Nullable Amount amount,
        Amount returned) {

    static Demand of(Clawback clawback) {
        return new Demand(
                clawback.id().toString(),
                clawback.award().toString(),
                clawback.state(),
                clawback.correctBy().toString(),
                clawback.claim() == null ? null : Amount.of(clawback.claim().amount()),
                Amount.of(clawback.returned()));
    }
}

package org.yici.disbursement.payout;

import java.util.UUID;

/** A payout batch's lasting id; the bank knows it by its code. */
record PayoutId(UUID value) {

    static PayoutId fresh() {
        return new PayoutId(UUID.randomUUID());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}

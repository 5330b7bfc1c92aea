package org.yici.disbursement.award;

import java.util.UUID;

/** An award's lasting id; the public knows it by its grant code. */
public record AwardId(UUID value) {

    static AwardId fresh() {
        return new AwardId(UUID.randomUUID());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}

package org.yici.disbursement.household;

import java.util.UUID;

/** A member's lasting id. */
public record MemberId(UUID value) {

    public static MemberId fresh() {
        return new MemberId(UUID.randomUUID());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}

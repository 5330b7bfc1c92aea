package org.yici.disbursement.household;

import java.util.UUID;

/** A household's lasting id. */
public record HouseholdId(UUID value) {

    public static HouseholdId fresh() {
        return new HouseholdId(UUID.randomUUID());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}

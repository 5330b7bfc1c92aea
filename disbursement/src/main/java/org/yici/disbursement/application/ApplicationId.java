package org.yici.disbursement.application;

import java.util.UUID;

/** An application's lasting id. */
public record ApplicationId(UUID value) {

    public static ApplicationId fresh() {
        return new ApplicationId(UUID.randomUUID());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}

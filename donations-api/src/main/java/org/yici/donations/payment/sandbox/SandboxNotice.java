package org.yici.donations.payment.sandbox;

import org.jspecify.annotations.Nullable;

/**
 * What the sandbox provider tells us, as JSON.
 *
 * @param order the gift's id, which is the order's number at the provider
 * @param state {@code PAID} or {@code ENDED}
 */
record SandboxNotice(
        @Nullable String order,
        @Nullable String reference,
        @Nullable String state,
        @Nullable Amount amount) {

    static final String PAID = "PAID";
    static final String ENDED = "ENDED";

    record Amount(@Nullable Long value, @Nullable String currency) {}
}

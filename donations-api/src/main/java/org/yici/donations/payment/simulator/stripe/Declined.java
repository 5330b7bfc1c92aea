package org.yici.donations.payment.simulator.stripe;

import org.jspecify.annotations.Nullable;

/** An answer of Stripe's that is an error. */
final class Declined extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final int status;
    private final String type;
    private final @Nullable String code;

    Declined(int status, String type, @Nullable String code, String message) {
        super(message);
        this.status = status;
        this.type = type;
        this.code = code;
    }

    static Declined invalid(@Nullable String code, String message) {
        return new Declined(400, "invalid_request_error", code, message);
    }

    static Declined missing(String what) {
        return new Declined(404, "invalid_request_error", "resource_missing", "No such " + what);
    }

    int status() {
        return status;
    }

    /** As Stripe writes it. */
    StripeJson json() {
        return StripeJson.object("error")
                .and(
                        "error",
                        StripeJson.fields()
                                .and("type", type)
                                .and("code", code)
                                .and("message", getMessage())
                                .values());
    }
}

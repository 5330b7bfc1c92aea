package org.yici.donations.payment.order;

/**
 * A provider cannot be reached, does not answer in time, or answers what cannot be believed: it is not known whether the
 * request had its effect. Its message names the provider, the call and a code, and never what the provider or its SDK said:
 * that holds payers and signatures.
 */
public final class ProviderOutage extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** @param code an HTTP status, an error code, or the simple name of the SDK's exception */
    public ProviderOutage(String provider, String call, String code) {
        super(provider + ": " + call + " is not known to have worked (" + code + ")");
    }
}

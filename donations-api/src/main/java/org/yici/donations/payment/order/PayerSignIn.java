package org.yici.donations.payment.order;

import org.yici.platform.outcome.Outcome;
import reactor.core.publisher.Mono;

/** For forms of payment in which the provider has to know who pays: the browser goes there and comes back with a code. */
public interface PayerSignIn {

    /** The provider's word. */
    String provider();

    /** Whether an order of this form names its payer. */
    boolean isNeededFor(String form);

    /**
     * Where the browser is sent.
     *
     * @param back a full address of ours; {@code code} and {@code state} are added to it
     * @param state at most 128 letters and digits, to be compared when it comes back
     */
    String signInAddress(String back, String state);

    /** Whom a code stands for. A code works once; later it is refused. */
    Mono<Outcome<String>> payerOf(String code);
}

package org.yici.donations.payment;

import java.time.Duration;
import org.yici.donations.donation.Donation;
import org.yici.donations.donation.TakesPayments;
import reactor.core.publisher.Mono;

/** The seam to a payment provider. Its notices come in by its own sub-package and end in {@link Confirming}. */
public interface PaymentMethod extends TakesPayments {

    /** Asks the provider what became of a gift's payment. Never guesses: what it cannot learn is an error. */
    Mono<ProviderAnswer> ask(Donation donation);

    /** How long to wait before asking again, after having asked {@code times} times. */
    Duration askAgainAfter(int times);
}

package org.yici.donations.payment;

import java.time.Duration;
import org.yici.donations.donation.Donation;
import org.yici.donations.donation.TakesPayments;
import org.yici.donations.payment.order.RefundState;
import reactor.core.publisher.Mono;

/** The seam to a payment provider. Its notices come in by its own sub-package and end in {@link Confirming}. */
public interface PaymentMethod extends TakesPayments {

    /** Asks the provider what became of a gift's payment. Never guesses: what it cannot learn is an error. */
    Mono<ProviderAnswer> ask(Donation donation);

    /** How long to wait before asking again, after having asked {@code times} times. */
    Duration askAgainAfter(int times);

    /**
     * Sends money back the way it came; the same number again is sent back once. Never guesses: what leaves open whether it
     * was sent is an error, after which the same may be sent again.
     */
    Mono<RefundState> sendBack(SendBack refund);

    /** What became of money sent back. A number that the provider does not know is {@link RefundState.Unknown}. */
    Mono<RefundState> whatBecameOf(SendBack refund);
}

package org.yici.donations.payment.counter;

import java.time.Duration;
import org.yici.donations.donation.CreatedDonation;
import org.yici.donations.donation.Donation;
import org.yici.donations.payment.PaymentMethod;
import org.yici.donations.payment.ProviderAnswer;
import org.yici.donations.payment.SendBack;
import org.yici.donations.payment.counter.line.CounterMethod;
import org.yici.donations.payment.order.RefundState;
import reactor.core.publisher.Mono;

/**
 * Cash or bank transfers as a payment method. There is no provider to ask: the money is there before the gift is, and
 * whoever books a batch says so, again after a crash if need be. No donor can choose it.
 */
final class CounterPayments implements PaymentMethod {

    private static final Duration PAUSE = Duration.ofMinutes(30);

    private static final String BY_HAND = "by-hand";

    private final CounterMethod method;

    CounterPayments(CounterMethod method) {
        this.method = method;
    }

    @Override
    public String word() {
        return method.word();
    }

    @Override
    public boolean isOffered() {
        return false;
    }

    @Override
    public String payAddress(CreatedDonation created) {
        return "/receipts/" + created.token().value();
    }

    @Override
    public Mono<ProviderAnswer> ask(Donation donation) {
        return Mono.just(new ProviderAnswer.NotPaid());
    }

    @Override
    public Duration askAgainAfter(int times) {
        return PAUSE;
    }

    /** Nobody can be asked to: a person pays it back over the counter. */
    @Override
    public Mono<RefundState> sendBack(SendBack refund) {
        return Mono.just(new RefundState.Failed(BY_HAND));
    }

    @Override
    public Mono<RefundState> whatBecameOf(SendBack refund) {
        return Mono.just(new RefundState.Failed(BY_HAND));
    }
}

package org.yici.donations.payment.refund;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.yici.donations.donation.CreatedDonation;
import org.yici.donations.donation.Donation;
import org.yici.donations.payment.PaymentMethod;
import org.yici.donations.payment.ProviderAnswer;
import org.yici.donations.payment.SendBack;
import org.yici.donations.payment.order.OrderNumber;
import org.yici.donations.payment.order.RefundState;
import reactor.core.publisher.Mono;

/** A provider that writes down what it is asked, takes its time, and answers as it is told. */
final class FakeProvider implements PaymentMethod {

    private static final Duration SLOW = Duration.ofMillis(200);

    final List<OrderNumber> asked = new CopyOnWriteArrayList<>();
    final Map<OrderNumber, Long> sent = new ConcurrentHashMap<>();
    private final Function<SendBack, Mono<RefundState>> answering;

    FakeProvider(Function<SendBack, Mono<RefundState>> answering) {
        this.answering = answering;
    }

    static FakeProvider thatDoesIt() {
        return new FakeProvider(back -> Mono.just(
                new RefundState.Done("fake-" + back.number(), back.amount().fen())));
    }

    @Override
    public String word() {
        return "sandbox";
    }

    @Override
    public Mono<RefundState> sendBack(SendBack refund) {
        return Mono.defer(() -> {
            asked.add(refund.number());
            sent.put(refund.number(), refund.amount().fen());
            return answering.apply(refund).delayElement(SLOW);
        });
    }

    @Override
    public Mono<RefundState> whatBecameOf(SendBack refund) {
        return Mono.defer(() ->
                sent.containsKey(refund.number()) ? answering.apply(refund) : Mono.just(new RefundState.Unknown()));
    }

    @Override
    public String payAddress(CreatedDonation created) {
        throw new UnsupportedOperationException("nobody pays here");
    }

    @Override
    public Mono<ProviderAnswer> ask(Donation donation) {
        throw new UnsupportedOperationException("nobody pays here");
    }

    @Override
    public Duration askAgainAfter(int times) {
        throw new UnsupportedOperationException("nobody pays here");
    }
}

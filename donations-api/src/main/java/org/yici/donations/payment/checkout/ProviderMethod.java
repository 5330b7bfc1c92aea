package org.yici.donations.payment.checkout;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.yici.donations.donation.CreatedDonation;
import org.yici.donations.donation.Donation;
import org.yici.donations.payment.PaymentMethod;
import org.yici.donations.payment.ProviderAnswer;
import org.yici.donations.payment.SendBack;
import org.yici.donations.payment.order.Browser;
import org.yici.donations.payment.order.PaymentProvider;
import org.yici.donations.payment.order.RefundOrder;
import org.yici.donations.payment.order.RefundState;
import reactor.core.publisher.Mono;

/** The payment method that a provider is. Its orders tell what became of a gift. */
public final class ProviderMethod implements PaymentMethod {

    private static final Duration FIRST = Duration.ofSeconds(3);
    private static final Duration LAST = Duration.ofMinutes(5);
    private static final int MOST_DOUBLINGS = 7;

    private final String word;
    private final PaymentProvider provider;
    private final Orders orders;
    private final AskProvider asking;

    ProviderMethod(PaymentProvider provider, Orders orders, AskProvider asking) {
        this.word = provider.word();
        this.provider = provider;
        this.orders = orders;
        this.asking = asking;
    }

    @Override
    public String word() {
        return word;
    }

    @Override
    public String payAddress(CreatedDonation created) {
        return "/pay/" + word + "/" + created.id() + "?token=" + created.token().value();
    }

    @Override
    public boolean suits(@Nullable String userAgent) {
        return Browser.of(userAgent).name().equalsIgnoreCase(word);
    }

    /** Asks about each order that may still be paid. What is found paid is in the books when this answers. */
    @Override
    public Mono<ProviderAnswer> ask(Donation donation) {
        return orders.of(donation.id())
                .filter(order -> order.paidFor() == null)
                .concatMap(asking::about)
                .then(Mono.just(new ProviderAnswer.NotPaid()));
    }

    /** 3, 6, 12 seconds and so on, at most five minutes. */
    @Override
    public Duration askAgainAfter(int times) {
        Duration doubled = FIRST.multipliedBy(1L << Math.min(times - 1, MOST_DOUBLINGS));
        return doubled.compareTo(LAST) < 0 ? doubled : LAST;
    }

    @Override
    public Mono<RefundState> sendBack(SendBack refund) {
        return paying(refund).flatMap(order -> orders.goesBack(order)
                .then(provider.refund(at(order, refund)))
                .flatMap(state -> noted(order, state)));
    }

    @Override
    public Mono<RefundState> whatBecameOf(SendBack refund) {
        return paying(refund)
                .flatMap(order -> provider.queryRefund(at(order, refund)).flatMap(state -> noted(order, state)));
    }

    private Mono<StoredOrder> paying(SendBack refund) {
        return orders.thatPaid(refund.gift().id())
                .switchIfEmpty(Mono.error(() -> new IllegalStateException(
                        "gift " + refund.gift().id() + " was not paid by an order of " + word)));
    }

    private static RefundOrder at(StoredOrder order, SendBack refund) {
        return new RefundOrder(refund.number(), order.order(), refund.amount(), refund.reason(), refund.known());
    }

    private Mono<RefundState> noted(StoredOrder order, RefundState state) {
        return state.fold(
                        done -> orders.wentBack(order),
                        Mono::<Void>empty,
                        Mono::<Void>empty,
                        failed -> orders.staysHere(order))
                .thenReturn(state);
    }
}

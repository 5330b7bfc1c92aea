package org.yici.donations.payment.sandbox;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.yici.donations.donation.CreatedDonation;
import org.yici.donations.donation.Donation;
import org.yici.donations.payment.PaidNotice;
import org.yici.donations.payment.PaymentMethod;
import org.yici.donations.payment.ProviderAnswer;
import org.yici.donations.payment.SendBack;
import org.yici.donations.payment.order.RefundState;
import reactor.core.publisher.Mono;

/** The payment method {@code sandbox}: pays nothing, behaves like a provider. */
final class SandboxMethod implements PaymentMethod {

    static final String WORD = "sandbox";
    /** About two minutes of quick asking; then the donor has gone away, and comes back to be asked for again. */
    private static final int QUICK = 14;

    private static final Duration QUICK_PAUSE = Duration.ofSeconds(10);
    private static final Duration SLOW_PAUSE = Duration.ofMinutes(1);

    private final SandboxOrders orders;
    private final SandboxRefunds refunds;

    SandboxMethod(SandboxOrders orders, SandboxRefunds refunds) {
        this.orders = orders;
        this.refunds = refunds;
    }

    @Override
    public String word() {
        return WORD;
    }

    @Override
    public String payAddress(CreatedDonation created) {
        return "/pay/sandbox/" + created.id() + "?token=" + created.token().value();
    }

    /** In a demo it is the usual way to pay, whatever one looks with. */
    @Override
    public boolean suits(@Nullable String userAgent) {
        return true;
    }

    @Override
    public Mono<ProviderAnswer> ask(Donation donation) {
        return orders.ask(donation.id())
                .map(state -> answer(state, donation))
                .defaultIfEmpty(new ProviderAnswer.NotPaid());
    }

    private static ProviderAnswer answer(String state, Donation donation) {
        return switch (state) {
            case "PAID" ->
                new ProviderAnswer.Paid(
                        new PaidNotice(donation.id(), WORD, donation.amount(), SandboxOrders.reference(donation.id())));
            case "FAILED" -> new ProviderAnswer.Failed();
            default -> new ProviderAnswer.NotPaid();
        };
    }

    /** 2, 4, 8, then every 10 seconds, so that a silent payment is found within 15; later once a minute. */
    @Override
    public Duration askAgainAfter(int times) {
        if (times > QUICK) {
            return SLOW_PAUSE;
        }
        Duration doubled = Duration.ofSeconds(1L << times);
        return doubled.compareTo(QUICK_PAUSE) < 0 ? doubled : QUICK_PAUSE;
    }

    @Override
    public Mono<RefundState> sendBack(SendBack refund) {
        return refunds.send(refund);
    }

    @Override
    public Mono<RefundState> whatBecameOf(SendBack refund) {
        return refunds.ask(refund.number());
    }
}

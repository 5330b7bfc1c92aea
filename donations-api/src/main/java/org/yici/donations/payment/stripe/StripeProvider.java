package org.yici.donations.payment.stripe;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import org.yici.donations.payment.order.Bill;
import org.yici.donations.payment.order.Browser;
import org.yici.donations.payment.order.Heard;
import org.yici.donations.payment.order.Notice;
import org.yici.donations.payment.order.Opened;
import org.yici.donations.payment.order.Order;
import org.yici.donations.payment.order.OrderState;
import org.yici.donations.payment.order.PaymentProvider;
import org.yici.donations.payment.order.ProviderCalls;
import org.yici.donations.payment.order.ProviderRequest;
import org.yici.donations.payment.order.RefundOrder;
import org.yici.donations.payment.order.RefundState;
import org.yici.donations.payment.order.Reply;
import org.yici.platform.outcome.Outcome;
import reactor.core.publisher.Mono;

/** Stripe, as every provider is seen. */
final class StripeProvider implements PaymentProvider {

    static final String WORD = "stripe";
    /** Stripe's page suits every browser. */
    static final String CHECKOUT = "checkout";

    private final StripeSessions sessions;
    private final StripeRefunds refunds;
    private final StripeNotices notices;
    private final StripeBills bills;

    private StripeProvider(StripeSessions sessions, StripeRefunds refunds, StripeNotices notices, StripeBills bills) {
        this.sessions = sessions;
        this.refunds = refunds;
        this.notices = notices;
        this.bills = bills;
    }

    static StripeProvider of(StripeAccount account, Duration readLimit, ProviderCalls calls, Clock wallClock) {
        StripeApi api = new StripeApi(account, readLimit, calls);
        return new StripeProvider(
                new StripeSessions(api),
                new StripeRefunds(api),
                new StripeNotices(account),
                new StripeBills(api, wallClock));
    }

    @Override
    public String word() {
        return WORD;
    }

    @Override
    public String formFor(Browser browser) {
        return CHECKOUT;
    }

    @Override
    public Mono<Outcome<Opened>> open(Order order) {
        return sessions.open(order);
    }

    @Override
    public Mono<OrderState> query(Order order) {
        return sessions.query(order);
    }

    @Override
    public Mono<OrderState> close(Order order) {
        return sessions.close(order);
    }

    @Override
    public Mono<RefundState> refund(RefundOrder refund) {
        return refunds.refund(refund);
    }

    @Override
    public Mono<RefundState> queryRefund(RefundOrder refund) {
        return refunds.query(refund);
    }

    @Override
    public Outcome<Notice> read(ProviderRequest request) {
        return notices.read(request);
    }

    @Override
    public Reply reply(Heard heard) {
        return notices.reply(heard);
    }

    @Override
    public Mono<Outcome<Bill>> bill(LocalDate day) {
        return bills.bill(day);
    }
}

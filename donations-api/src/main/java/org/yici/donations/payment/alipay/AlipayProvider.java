package org.yici.donations.payment.alipay;

import java.time.LocalDate;
import org.yici.donations.payment.order.Bill;
import org.yici.donations.payment.order.Browser;
import org.yici.donations.payment.order.Heard;
import org.yici.donations.payment.order.Notice;
import org.yici.donations.payment.order.Opened;
import org.yici.donations.payment.order.Order;
import org.yici.donations.payment.order.OrderState;
import org.yici.donations.payment.order.PaymentProvider;
import org.yici.donations.payment.order.ProviderRequest;
import org.yici.donations.payment.order.RefundOrder;
import org.yici.donations.payment.order.RefundState;
import org.yici.donations.payment.order.Reply;
import org.yici.platform.outcome.Outcome;
import reactor.core.publisher.Mono;

/** Alipay, each of its parts in a class of its own. */
record AlipayProvider(
        AlipayCheckouts checkouts, AlipayOrders orders, AlipayRefunds refunds, AlipayNotices notices, AlipayBills bills)
        implements PaymentProvider {

    static final String WORD = "alipay";

    @Override
    public String word() {
        return WORD;
    }

    @Override
    public String formFor(Browser browser) {
        return AlipayForm.suiting(browser).word();
    }

    @Override
    public Mono<Outcome<Opened>> open(Order order) {
        return checkouts.open(order);
    }

    @Override
    public Mono<OrderState> query(Order order) {
        return orders.query(order);
    }

    @Override
    public Mono<OrderState> close(Order order) {
        return orders.close(order);
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
        return AlipayNotices.reply(heard);
    }

    @Override
    public Mono<Outcome<Bill>> bill(LocalDate day) {
        return bills.of(day);
    }
}

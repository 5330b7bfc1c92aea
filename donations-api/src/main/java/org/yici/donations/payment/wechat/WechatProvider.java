package org.yici.donations.payment.wechat;

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

/** The provider {@code wechat}. */
final class WechatProvider implements PaymentProvider {

    static final String WORD = "wechat";

    private final WechatOrders orders;
    private final WechatRefunds refunds;
    private final WechatBills bills;
    private final WechatNotices notices;

    WechatProvider(WechatClient client, ProviderCalls providerCalls) {
        WechatCalls calls = new WechatCalls(providerCalls);
        this.orders = new WechatOrders(client, calls);
        this.refunds = new WechatRefunds(client, calls);
        this.bills = new WechatBills(client, calls);
        this.notices = new WechatNotices(client.account());
    }

    @Override
    public String word() {
        return WORD;
    }

    /** Inside Alipay nothing of WeChat opens: there, too, a code can still be scanned by another phone. */
    @Override
    public String formFor(Browser browser) {
        return switch (browser) {
            case WECHAT -> JsapiForm.WORD;
            case PHONE -> H5Form.WORD;
            case ALIPAY, DESKTOP -> NativeForm.WORD;
        };
    }

    @Override
    public Mono<Outcome<Opened>> open(Order order) {
        return orders.open(order);
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
        return notices.reply(heard);
    }

    @Override
    public Mono<Outcome<Bill>> bill(LocalDate day) {
        return bills.bill(day);
    }
}

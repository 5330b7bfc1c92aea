package org.yici.donations.payment.wechat;

import com.wechat.pay.java.service.payments.nativepay.NativePayService;
import com.wechat.pay.java.service.payments.nativepay.model.CloseOrderRequest;
import com.wechat.pay.java.service.payments.nativepay.model.QueryOrderByOutTradeNoRequest;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.yici.donations.payment.order.Checkout;
import org.yici.donations.payment.order.Opened;
import org.yici.donations.payment.order.Order;
import org.yici.donations.payment.order.OrderState;
import org.yici.donations.payment.order.ProviderReason;
import org.yici.platform.outcome.Outcome;
import reactor.core.publisher.Mono;

/** Orders at WeChat Pay. Those of all forms are asked for and closed by the classes of one. */
final class WechatOrders {

    /** Two spellings are seen in its documents. */
    private static final Set<String> NOT_KNOWN = Set.of("ORDER_NOT_EXIST", "ORDERNOTEXIST");

    private static final Set<String> ENDED = Set.of("ORDER_CLOSED", "ORDERPAID");

    private final WechatAccount account;
    private final Map<String, WechatForm> forms;
    private final NativePayService service;
    private final WechatCalls calls;

    WechatOrders(WechatClient client, WechatCalls calls) {
        this.account = client.account();
        this.forms = Stream.of(new NativeForm(client), new JsapiForm(client), new H5Form(client))
                .collect(Collectors.toMap(WechatForm::word, Function.identity()));
        this.service = client.nativePay();
        this.calls = calls;
    }

    Mono<Outcome<Opened>> open(Order order) {
        return Mono.defer(() -> calls.make("open", form(order).request(order)))
                .map(answer -> answer.fold(WechatOrders::opened, WechatOrders::refused));
    }

    Mono<OrderState> query(Order order) {
        QueryOrderByOutTradeNoRequest request = new QueryOrderByOutTradeNoRequest();
        request.setMchid(account.merchant());
        request.setOutTradeNo(order.number().value());
        return calls.make("query", () -> WechatPayments.state(service.queryOrderByOutTradeNo(request)))
                .map(answer -> answer.fold(Function.identity(), this::unknown));
    }

    /** Whatever it says to the closing: what it says afterwards counts. It closes nothing that is paid or being paid. */
    Mono<OrderState> close(Order order) {
        CloseOrderRequest request = new CloseOrderRequest();
        request.setMchid(account.merchant());
        request.setOutTradeNo(order.number().value());
        return calls.make("close", () -> {
                    service.closeOrder(request);
                    return request;
                })
                .then(Mono.defer(() -> query(order)));
    }

    private WechatForm form(Order order) {
        WechatForm form = forms.get(order.form());
        if (form == null) {
            throw new IllegalArgumentException("no form of WeChat Pay: " + order.form());
        }
        return form;
    }

    private OrderState unknown(String code) {
        if (NOT_KNOWN.contains(code)) {
            return new OrderState.Unpaid();
        }
        throw calls.outage("query", code);
    }

    private static Outcome<Opened> opened(Checkout checkout) {
        return Outcome.done(new Opened(checkout, null));
    }

    private static Outcome<Opened> refused(String code) {
        return ENDED.contains(code)
                ? Outcome.refused(ProviderReason.ORDER_ENDED)
                : Outcome.refused(ProviderReason.PROVIDER_REFUSES, code);
    }
}

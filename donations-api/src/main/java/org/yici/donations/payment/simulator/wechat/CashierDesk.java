package org.yici.donations.payment.simulator.wechat;

import java.time.Clock;
import java.util.Map;
import java.util.function.Consumer;
import org.springframework.util.MultiValueMap;
import org.springframework.web.util.HtmlUtils;
import org.yici.donations.payment.simulator.Loopback.Answer;

/** Stands in for the WeChat app: a plain page with one button, which pays and goes back to where the donor came from. */
final class CashierDesk {

    private static final String PAGE = """
            <!doctype html><html lang="zh"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
            <title>模拟微信支付</title><h1>模拟微信支付</h1><p>订单 %s</p><p>%s · %d 分</p>
            <form method="post"><button>支付</button></form></html>
            """;

    private final OrderBook orders;
    private final Clock clock;
    private final Consumer<String> paid;

    /** @param paid hears the number of each order that is paid here */
    CashierDesk(OrderBook orders, Clock clock, Consumer<String> paid) {
        this.orders = orders;
        this.clock = clock;
        this.paid = paid;
    }

    Answer show(String number) {
        PlacedOrder order = orders.get(number);
        return page(PAGE.formatted(HtmlUtils.htmlEscape(number), order.state(), order.total()));
    }

    Answer pay(String number, MultiValueMap<String, String> asked) {
        if (!orders.get(number).state().equals(PlacedOrder.UNPAID)) {
            return show(number);
        }
        orders.pay(number, clock.instant());
        paid.accept(number);
        String back = Targets.one(asked, "redirect_url");
        return back.isEmpty() ? show(number) : new Answer(303, Map.of("Location", back), new byte[0]);
    }

    private static Answer page(String html) {
        return Answer.text(200, "text/html; charset=utf-8", html);
    }
}

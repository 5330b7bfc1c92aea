package org.yici.donations.payment.simulator.alipay;

import java.util.Map;
import org.springframework.web.util.HtmlUtils;
import org.yici.donations.payment.simulator.Loopback;

/** What a donor sees at Alipay: a sum and a button. Plainly marked, since no money moves. */
final class CashierPage {

    private static final int OK = 200;
    private static final int SEE_OTHER = 303;
    private static final int GONE = 410;

    private CashierPage() {}

    static Loopback.Answer of(Trade trade) {
        return page(OK, """
                <h1>¥%s</h1>
                <p>%s</p>
                <form method="post" action="/cashier/%s"><button>付款 Pay</button></form>
                """.formatted(
                        Fen.yuan(trade.offer.fen()), HtmlUtils.htmlEscape(trade.offer.subject()), trade.offer.order()));
    }

    static Loopback.Answer paid() {
        return page(OK, "<h1>已付款 Paid</h1>");
    }

    static Loopback.Answer nothingToPay() {
        return page(GONE, "<h1>订单已关闭或超时 Nothing to pay any more</h1>");
    }

    static Loopback.Answer back(String address) {
        return new Loopback.Answer(SEE_OTHER, Map.of("Location", address), new byte[0]);
    }

    private static Loopback.Answer page(int status, String inside) {
        return Loopback.Answer.text(status, "text/html;charset=utf-8", """
                <!DOCTYPE html><html lang="zh-CN"><head><meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <title>支付宝（模拟）</title></head>
                <body><p>支付宝（模拟，不会真的扣款） Alipay, simulated: no money moves.</p>
                %s</body></html>
                """.formatted(inside));
    }
}

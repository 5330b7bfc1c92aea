package org.yici.donations.payment.simulator.wechat;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Orders and refunds as API v3 writes them, in answers and inside notices. */
final class Papers {

    static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final DateTimeFormatter RFC_3339 =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssXXX", Locale.ROOT).withZone(SHANGHAI);
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String CURRENCY = "CNY";

    private Papers() {}

    static ObjectNode object() {
        return JSON.createObjectNode();
    }

    static String time(Instant at) {
        return RFC_3339.format(at);
    }

    /** Unpaid, it has an amount but neither a number nor a payer. */
    static ObjectNode transaction(PlacedOrder order) {
        ObjectNode paper = object().put("appid", SimulatedMerchant.APP)
                .put("mchid", SimulatedMerchant.NUMBER)
                .put("out_trade_no", order.number())
                .put("trade_state", order.state())
                .put("trade_state_desc", "模拟");
        ObjectNode amount =
                paper.putObject("amount").put("total", order.total()).put("currency", CURRENCY);
        Instant paidAt = order.paidAt();
        if (order.isPaid() && paidAt != null) {
            paper.put("transaction_id", order.transaction())
                    .put("trade_type", order.form().equals("h5") ? "MWEB" : tradeType(order))
                    .put("bank_type", "OTHERS")
                    .put("success_time", time(paidAt));
            paper.putObject("payer").put("openid", OpenidDesk.OPENID);
            amount.put("payer_total", order.total()).put("payer_currency", CURRENCY);
        }
        return paper;
    }

    static ObjectNode refund(PlacedRefund refund) {
        ObjectNode paper = object().put("refund_id", refund.theirs())
                .put("out_refund_no", refund.number())
                .put("transaction_id", refund.order().transaction())
                .put("out_trade_no", refund.order().number())
                .put("channel", "ORIGINAL")
                .put("user_received_account", "支付用户零钱")
                .put("create_time", time(refund.at()))
                .put("status", refund.status())
                .put("funds_account", "AVAILABLE");
        paper.set("amount", amounts(object(), refund).put("currency", CURRENCY));
        return paper;
    }

    /** What a notice says of a refund: other names than in the answer. */
    static ObjectNode refundNotice(PlacedRefund refund) {
        ObjectNode paper = object().put("mchid", SimulatedMerchant.NUMBER)
                .put("transaction_id", refund.order().transaction())
                .put("out_trade_no", refund.order().number())
                .put("refund_id", refund.theirs())
                .put("out_refund_no", refund.number())
                .put("refund_status", refund.status())
                .put("user_received_account", "支付用户零钱");
        paper.set("amount", amounts(object(), refund));
        return paper;
    }

    private static ObjectNode amounts(ObjectNode amount, PlacedRefund refund) {
        return amount.put("total", refund.order().total())
                .put("refund", refund.fen())
                .put("payer_total", refund.order().total())
                .put("payer_refund", refund.fen());
    }

    private static String tradeType(PlacedOrder order) {
        return order.form().equals("jsapi") ? "JSAPI" : "NATIVE";
    }
}

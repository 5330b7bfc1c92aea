package org.yici.donations.payment.simulator.alipay;

import java.security.KeyPair;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.yici.donations.payment.simulator.Numbers;

/** What Alipay tells a merchant. Each has a number of its own; the same one sent again keeps it. */
final class Notices {

    private final String appId;
    private final String sellerId;
    private final KeyPair alipay;

    Notices(String appId, String sellerId, KeyPair alipay) {
        this.appId = appId;
        this.sellerId = sellerId;
        this.alipay = alipay;
    }

    SimulatedNotice of(Trade trade, Instant now) {
        return new SimulatedNotice(common(trade, now), trade.offer.notifyAddress(), alipay);
    }

    /** Goes to the same address, and looks like a payment's but for what it says of the refund. */
    SimulatedNotice of(Trade trade, Trade.Refund refund, Instant now) {
        Map<String, String> said = common(trade, now);
        said.put("out_biz_no", refund.number());
        said.put("refund_fee", Fen.yuan(trade.refundedFen()));
        said.put("gmt_refund", Times.write(refund.at()) + ".120");
        return new SimulatedNotice(said, trade.offer.notifyAddress(), alipay);
    }

    private Map<String, String> common(Trade trade, Instant now) {
        Map<String, String> said = new HashMap<>();
        said.put("notify_type", "trade_status_sync");
        said.put("notify_id", Numbers.fresh(Times.day(now).toString(), 24));
        said.put("notify_time", Times.write(now));
        said.put("app_id", appId);
        said.put("auth_app_id", appId);
        said.put("seller_id", sellerId);
        said.put("charset", "UTF-8");
        said.put("version", "1.0");
        said.put("sign_type", "RSA2");
        said.put("trade_no", trade.number);
        said.put("out_trade_no", trade.offer.order());
        said.put("trade_status", trade.status());
        said.put("total_amount", Fen.yuan(trade.offer.fen()));
        said.put("subject", trade.offer.subject());
        said.put("buyer_logon_id", "159****5620");
        said.put("fund_bill_list", "[{\"amount\":\"%s\"}]".formatted(Fen.yuan(trade.offer.fen())));
        said.put("body", "");
        return said;
    }
}

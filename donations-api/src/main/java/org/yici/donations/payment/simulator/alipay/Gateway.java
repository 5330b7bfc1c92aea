package org.yici.donations.payment.simulator.alipay;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yici.donations.payment.simulator.CashierAddress;
import tools.jackson.databind.JsonNode;

/** The methods of Alipay's gateway, for a request whose signature is good. */
final class Gateway {

    private final Trades trades;
    private final Refunds refunds;
    private final Bills bills;
    private final CashierAddress cashier;

    Gateway(Trades trades, Refunds refunds, Bills bills, CashierAddress cashier) {
        this.trades = trades;
        this.refunds = refunds;
        this.bills = bills;
        this.cashier = cashier;
    }

    /** @param here where this gateway is, such as {@code http://127.0.0.1:43210} */
    Said answer(String here, Map<String, String> parameters, JsonNode content) {
        String order = content.path("out_trade_no").asString("");
        String refund = content.path("out_request_no").asString("");
        return switch (parameters.getOrDefault("method", "")) {
            case "alipay.trade.precreate" ->
                trades.offer(Offer.of(parameters, content), cashier.of(order).orElse(here + "/qr/" + order));
            case "alipay.trade.query" -> query(order);
            case "alipay.trade.close" -> close(order);
            case "alipay.trade.refund" ->
                refunds.refund(
                        order, refund, Fen.of(content.path("refund_amount").asString()));
            case "alipay.trade.fastpay.refund.query" -> refunds.query(order, refund);
            case "alipay.data.dataservice.bill.downloadurl.query" -> bills.address(here, content);
            default -> Said.refused("isv.invalid-method");
        };
    }

    private Said query(String order) {
        synchronized (trades) {
            Optional<Trade> found = trades.find(order);
            return found.isEmpty() ? Said.refused("ACQ.TRADE_NOT_EXIST") : said(found.get());
        }
    }

    private static Said said(Trade trade) {
        Said said = Said.done()
                .and("trade_no", trade.number)
                .and("out_trade_no", trade.offer.order())
                .and("trade_status", trade.status())
                .and("total_amount", Fen.yuan(trade.offer.fen()))
                .and("buyer_logon_id", "159****5620");
        @Nullable Instant paidAt = trade.paidAt();
        return paidAt == null ? said : said.and("send_pay_date", Times.write(paidAt));
    }

    private Said close(String order) {
        synchronized (trades) {
            Optional<Trade> found = trades.find(order);
            if (found.isEmpty()) {
                return Said.refused("ACQ.TRADE_NOT_EXIST");
            }
            Trade trade = found.get();
            if (trade.isPaid() || trade.isClosed()) {
                return Said.refused("ACQ.TRADE_STATUS_ERROR");
            }
            trade.close();
            return Said.done().and("trade_no", trade.number).and("out_trade_no", order);
        }
    }
}

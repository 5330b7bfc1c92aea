package org.yici.donations.payment.simulator.alipay;

import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/** Money sent back, once for each number. */
final class Refunds {

    private final Trades trades;
    private final Queue<RefundResult> next = new ConcurrentLinkedQueue<>();

    Refunds(Trades trades) {
        this.trades = trades;
    }

    void next(RefundResult result) {
        next.add(result);
    }

    Said refund(String order, String number, long fen) {
        synchronized (trades) {
            return trades.find(order)
                    .map(trade -> refund(trade, number, fen))
                    .orElse(Said.refused("ACQ.TRADE_NOT_EXIST"));
        }
    }

    private Said refund(Trade trade, String number, long fen) {
        Trade.@Nullable Refund before = trade.refunds.get(number);
        if (before != null) {
            return before.fen() == fen ? accepted(trade, "N") : Said.refused("ACQ.DISCORDANT_REPEAT_REQUEST");
        }
        if (trade.isClosed() || !trade.isPaid()) {
            return Said.refused(trade.isPaid() ? "ACQ.TRADE_HAS_CLOSE" : "ACQ.TRADE_STATUS_ERROR");
        }
        if (trade.refundedFen() + fen > trade.offer.fen()) {
            return Said.refused("ACQ.REFUND_AMT_NOT_EQUAL_TOTAL");
        }
        @Nullable RefundResult result = next.poll();
        return switch (result == null ? RefundResult.NOW : result) {
            case NOW -> send(trade, number, fen, true);
            case LATER -> send(trade, number, fen, false);
            case NO_BALANCE -> Said.refused("ACQ.SELLER_BALANCE_NOT_ENOUGH");
            case NEVER -> Said.refused("ACQ.TRADE_NOT_ALLOW_REFUND");
        };
    }

    private Said send(Trade trade, String number, long fen, boolean atOnce) {
        trade.refunds.put(number, new Trade.Refund(number, fen, trades.now(), atOnce));
        if (trade.refundedFen() == trade.offer.fen()) {
            trade.close();
        }
        return accepted(trade, atOnce ? "Y" : "N");
    }

    private static Said accepted(Trade trade, String moved) {
        return Said.done()
                .and("trade_no", trade.number)
                .and("out_trade_no", trade.offer.order())
                .and("fund_change", moved)
                .and("refund_fee", Fen.yuan(trade.refundedFen()));
    }

    /** Nothing but the code for what is not known, or not done yet. */
    Said query(String order, String number) {
        synchronized (trades) {
            Optional<Trade> trade = trades.find(order);
            if (trade.isEmpty()) {
                return Said.refused("ACQ.TRADE_NOT_EXIST");
            }
            Trade.@Nullable Refund refund = trade.get().refunds.get(number);
            return refund == null || !refund.done() ? Said.done() : sentBack(trade.get(), refund);
        }
    }

    private static Said sentBack(Trade trade, Trade.Refund refund) {
        return Said.done()
                .and("trade_no", trade.number)
                .and("out_trade_no", trade.offer.order())
                .and("out_request_no", refund.number())
                .and("refund_amount", Fen.yuan(refund.fen()))
                .and("total_amount", Fen.yuan(trade.offer.fen()))
                .and("refund_status", "REFUND_SUCCESS")
                .and("gmt_refund_pay", Times.write(refund.at()));
    }

    /** What was accepted is sent back now. */
    void finish(String order, String number) {
        synchronized (trades) {
            trades.find(order)
                    .ifPresent(trade -> trade.refunds.computeIfPresent(
                            number, (same, refund) -> new Trade.Refund(same, refund.fen(), trades.now(), true)));
        }
    }
}

package org.yici.donations.payment.simulator.wechat;

import static org.yici.donations.payment.simulator.wechat.BillText.time;
import static org.yici.donations.payment.simulator.wechat.BillText.yuan;

import java.util.List;
import java.util.Objects;

/** The trade bill (ALL) of a day. */
final class TradeText {

    private static final String NAMES = "交易时间,公众账号ID,商户号,特约商户号,设备号,微信订单号,商户订单号,用户标识,交易类型,交易状态,付款银行,货币种类,"
            + "应结订单金额,代金券金额,微信退款单号,商户退款单号,退款金额,充值券退款金额,退款类型,退款状态,商品名称,商户数据包,手续费,费率,订单金额,"
            + "申请退款金额,费率备注";
    private static final String SUMS = "总交易单数,应结订单总金额,退款总金额,充值券退款总金额,手续费总金额,订单总金额,申请退款总金额";
    private static final String NOTHING = "0.00";
    private static final String TITLE = "日行一慈,捐赠";

    private TradeText() {}

    static String of(List<PlacedOrder> payments, List<PlacedRefund> refunds) {
        BillText text = new BillText(NAMES);
        payments.forEach(order -> payment(text, order));
        refunds.forEach(refund -> refund(text, refund));
        long paid = payments.stream().mapToLong(PlacedOrder::total).sum();
        long back = refunds.stream().mapToLong(PlacedRefund::fen).sum();
        return text.sums(
                SUMS,
                Integer.toString(payments.size() + refunds.size()),
                yuan(paid),
                yuan(back),
                NOTHING,
                Fee.exactly(paid - back),
                yuan(paid),
                yuan(back));
    }

    private static void payment(BillText text, PlacedOrder order) {
        String at = time(Objects.requireNonNull(order.paidAt()));
        String total = yuan(order.total());
        line(text, order, at, "SUCCESS", total, "0", "0", NOTHING, "", "", Fee.exactly(order.total()), total, NOTHING);
    }

    /** Its fee is what goes back with it, below zero. */
    private static void refund(BillText text, PlacedRefund refund) {
        String fen = yuan(refund.fen());
        String fee = "-" + Fee.exactly(refund.fen());
        String status = refund.status().equals("ABNORMAL") ? "CHANGE" : refund.status();
        line(
                text,
                refund.order(),
                time(refund.at()),
                "REFUND",
                NOTHING,
                refund.theirs(),
                refund.number(),
                fen,
                "ORIGINAL",
                status,
                fee,
                NOTHING,
                fen);
    }

    private static void line(
            BillText text,
            PlacedOrder order,
            String at,
            String state,
            String settled,
            String refundTheirs,
            String refundOurs,
            String back,
            String refundKind,
            String refundStatus,
            String fee,
            String total,
            String asked) {
        text.line(
                at,
                SimulatedMerchant.APP,
                SimulatedMerchant.NUMBER,
                "0",
                "",
                String.valueOf(order.transaction()),
                order.number(),
                OpenidDesk.OPENID,
                "NATIVE",
                state,
                "OTHERS",
                "CNY",
                settled,
                NOTHING,
                refundTheirs,
                refundOurs,
                back,
                NOTHING,
                refundKind,
                refundStatus,
                TITLE,
                "",
                fee,
                Fee.RATE,
                total,
                asked,
                "");
    }
}

package org.yici.donations.payment.simulator.wechat;

import static org.yici.donations.payment.simulator.wechat.BillText.time;
import static org.yici.donations.payment.simulator.wechat.BillText.yuan;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

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
        Map<String, String> line = line(order, Objects.requireNonNull(order.paidAt()));
        line.put("交易状态", "SUCCESS");
        line.put("应结订单金额", yuan(order.total()));
        line.put("订单金额", yuan(order.total()));
        line.put("手续费", Fee.exactly(order.total()));
        text.line(line);
    }

    /** Its fee is what goes back with it, below zero. */
    private static void refund(BillText text, PlacedRefund refund) {
        Map<String, String> line = line(refund.order(), refund.at());
        line.put("交易状态", "REFUND");
        line.put("微信退款单号", refund.theirs());
        line.put("商户退款单号", refund.number());
        line.put("退款金额", yuan(refund.fen()));
        line.put("申请退款金额", yuan(refund.fen()));
        line.put("退款类型", "ORIGINAL");
        line.put("退款状态", refund.status().equals("ABNORMAL") ? "CHANGE" : refund.status());
        line.put("手续费", "-" + Fee.exactly(refund.fen()));
        text.line(line);
    }

    /** What payments and refunds have in common, and zeros where only one of them has more. */
    private static Map<String, String> line(PlacedOrder order, Instant at) {
        Map<String, String> line = new HashMap<>();
        line.put("交易时间", time(at));
        line.put("公众账号ID", SimulatedMerchant.APP);
        line.put("商户号", SimulatedMerchant.NUMBER);
        line.put("微信订单号", String.valueOf(order.transaction()));
        line.put("商户订单号", order.number());
        line.put("用户标识", OpenidDesk.OPENID);
        line.put("交易类型", "NATIVE");
        line.put("付款银行", "OTHERS");
        line.put("货币种类", "CNY");
        line.put("商品名称", TITLE);
        line.put("费率", Fee.RATE);
        Stream.of("特约商户号", "微信退款单号", "商户退款单号").forEach(name -> line.put(name, "0"));
        Stream.of("应结订单金额", "代金券金额", "退款金额", "充值券退款金额", "订单金额", "申请退款金额").forEach(name -> line.put(name, NOTHING));
        return line;
    }
}

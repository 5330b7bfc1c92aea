package org.yici.donations.payment.simulator.wechat;

import static org.yici.donations.payment.simulator.wechat.BillText.time;
import static org.yici.donations.payment.simulator.wechat.BillText.yuan;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The fund flow bill of a day: every movement on the merchant's account, in whole fen, with the balance after it. */
final class FundFlowText {

    private static final String NAMES = "记账时间,微信支付业务单号,资金流水单号,业务名称,业务类型,收支类型,收支金额（元）,账户结余（元）,资金变更提交申请人,备注,业务凭证号";
    private static final String SUMS = "资金流水总笔数,收入笔数,收入金额,支出笔数,支出金额";

    private final BillText text = new BillText(NAMES);
    private long in;
    private long out;
    private int ins;
    private int outs;

    private FundFlowText() {}

    static String of(List<PlacedOrder> payments, List<PlacedRefund> refunds, List<Movements.Settlement> settlements) {
        FundFlowText flow = new FundFlowText();
        payments.forEach(flow::payment);
        refunds.forEach(flow::refund);
        settlements.forEach(flow::settlement);
        return flow.text.sums(
                SUMS,
                Integer.toString(flow.ins + flow.outs),
                Integer.toString(flow.ins),
                yuan(flow.in),
                Integer.toString(flow.outs),
                yuan(flow.out));
    }

    private void payment(PlacedOrder order) {
        Instant at = Objects.requireNonNull(order.paidAt());
        String theirs = String.valueOf(order.transaction());
        income(new Movement(at, theirs, order.number(), "交易", "交易", order.total(), ""));
        long fee = Fee.fen(order.total());
        if (fee > 0) {
            expense(new Movement(at, theirs, order.number(), "交易", "扣除交易手续费", fee, ""));
        }
    }

    /** What is left of it when the fee is given back; the remark says how much that was. */
    private void refund(PlacedRefund refund) {
        long fee = Fee.fen(refund.fen());
        String remark = "退款总金额" + yuan(refund.fen()) + "元;含手续费" + yuan(fee) + "元";
        expense(new Movement(refund.at(), refund.theirs(), refund.number(), "退款", "退款", refund.fen() - fee, remark));
    }

    private void settlement(Movements.Settlement paidOut) {
        expense(new Movement(paidOut.at(), paidOut.number(), paidOut.number(), "提现", "提现", paidOut.fen(), ""));
    }

    private record Movement(
            Instant at, String theirs, String ours, String name, String kind, long fen, String remark) {}

    private void income(Movement movement) {
        in += movement.fen();
        ins++;
        line(movement, "收入");
    }

    private void expense(Movement movement) {
        out += movement.fen();
        outs++;
        line(movement, "支出");
    }

    private void line(Movement movement, String way) {
        text.line(Map.of(
                "记账时间", time(movement.at()),
                "微信支付业务单号", movement.theirs(),
                "资金流水单号", movement.theirs() + (movement.kind().contains("手续费") ? "1" : "0"),
                "业务名称", movement.name(),
                "业务类型", movement.kind(),
                "收支类型", way,
                "收支金额（元）", yuan(movement.fen()),
                "账户结余（元）", yuan(in - out),
                "备注", movement.remark(),
                "业务凭证号", movement.ours()));
    }
}

package org.yici.donations.payment.alipay;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.yici.donations.payment.order.BillLine;
import org.yici.ledger.Money;

/** The bill of trades (业务明细): what was paid, and what was sent back under which number of ours. */
final class TradeBill {

    private static final Pattern PAID = Pattern.compile("#交易合计：(\\d+)笔，商家实收共(-?[\\d.]+)元");
    private static final Pattern SENT_BACK = Pattern.compile("#退款合计：(\\d+)笔，商家实收退款共(-?[\\d.]+)元");

    private TradeBill() {}

    static List<BillLine> lines(Stream<String> text) throws UnbelievableBill {
        BillText bill = BillText.of(text);
        List<BillLine> lines = new ArrayList<>();
        List<Long> paid = new ArrayList<>();
        List<Long> sentBack = new ArrayList<>();
        for (List<String> row : bill.rows()) {
            BillLine line = line(bill, row);
            lines.add(line);
            List<Long> received = line.kind() == BillLine.Kind.REFUND ? sentBack : paid;
            received.add(BillTotals.fen(bill.value(row, "商家实收")));
        }
        BillTotals totals = new BillTotals(bill.remarks());
        totals.require(PAID, paid);
        totals.require(SENT_BACK, sentBack);
        return lines;
    }

    /** The trade's number stands at its payment and at each of its refunds; ours is added where it would not be alone. */
    private static BillLine line(BillText bill, List<String> row) throws UnbelievableBill {
        String trade = bill.value(row, "支付宝交易号");
        String refund = bill.value(row, "退款批次号/请求号");
        boolean sentBack = bill.value(row, "业务类型").equals("退款");
        String ours = sentBack ? refund : bill.value(row, "商户订单号");
        return new BillLine(
                sentBack ? BillLine.Kind.REFUND : BillLine.Kind.PAYMENT,
                ours.isEmpty() ? null : ours,
                sentBack ? trade + "/" + refund : trade,
                BillTotals.fen(bill.value(row, "订单金额")),
                Money.CURRENCY,
                ShanghaiTime.parse(bill.value(row, "完成时间"))
                        .orElseThrow(() -> new UnbelievableBill("a time that is none")));
    }
}

package org.yici.donations.payment.alipay;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.yici.donations.payment.order.BillLine;
import org.yici.ledger.Money;

/** The bill of the account (账务明细): what Alipay kept, what it paid out to the bank, and all else that is no trade. */
final class AccountBill {

    private static final Pattern SPENT = Pattern.compile("#支出合计：(\\d+)笔，共(-?[\\d.]+)元");
    private static final Pattern RECEIVED = Pattern.compile("#收入合计：(\\d+)笔，共(-?[\\d.]+)元");

    private AccountBill() {}

    static List<BillLine> lines(Stream<String> text) throws UnbelievableBill {
        BillText bill = BillText.of(text);
        List<BillLine> lines = new ArrayList<>();
        List<Long> spent = new ArrayList<>();
        List<Long> received = new ArrayList<>();
        for (List<String> row : bill.rows()) {
            long in = BillTotals.fen(bill.value(row, "收入金额"));
            long out = BillTotals.fen(bill.value(row, "支出金额"));
            (in > 0 ? received : spent).add(in > 0 ? in : out);
            Optional<BillLine.Kind> kind = kind(bill.value(row, "业务类型"), in > 0);
            if (kind.isPresent()) {
                lines.add(line(bill, row, kind.get(), in > 0 ? in : out));
            }
        }
        BillTotals totals = new BillTotals(bill.remarks());
        totals.require(SPENT, spent);
        totals.require(RECEIVED, received);
        return lines;
    }

    /** Empty for what the bill of trades has already. */
    private static Optional<BillLine.Kind> kind(String type, boolean received) {
        return switch (type) {
            case "在线支付", "交易付款", "交易退款" -> Optional.empty();
            case "收费" -> Optional.of(received ? BillLine.Kind.FEE_BACK : BillLine.Kind.FEE);
            case "提现" -> Optional.of(received ? BillLine.Kind.OTHER : BillLine.Kind.SETTLEMENT);
            default -> Optional.of(BillLine.Kind.OTHER);
        };
    }

    private static BillLine line(BillText bill, List<String> row, BillLine.Kind kind, long fen)
            throws UnbelievableBill {
        String order = bill.value(row, "商户订单号");
        return new BillLine(
                kind,
                order.isEmpty() ? null : order,
                bill.value(row, "账务流水号"),
                fen,
                Money.CURRENCY,
                ShanghaiTime.parse(bill.value(row, "发生时间"))
                        .orElseThrow(() -> new UnbelievableBill("a time that is none")));
    }
}

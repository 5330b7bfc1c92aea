package org.yici.donations.payment.wechat.bill;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.yici.donations.payment.order.BillLine;
import org.yici.donations.payment.order.BillLine.Kind;
import org.yici.ledger.Money;

/**
 * The bill of the day's movements on our account at WeChat Pay, in whole fen: fees, fees given back, settlements. Payments and
 * refunds stand in it too and are left out, since {@link TradeBill} tells of them.
 */
public final class FundFlowBill {

    /** A refund's line is what is left of it when the fee is given back; how much that was stands in the remark. */
    private static final Pattern FEE_IN_REMARK = Pattern.compile("含手续费([0-9.]+)元");

    private static final String AMOUNT = "收支金额(元)";

    private FundFlowBill() {}

    /**
     * Its fees and settlements, and what is neither.
     *
     * @throws UnreadableBill for any line that cannot be read
     */
    public static List<BillLine> lines(String text) {
        return BillTable.rows(text).stream().flatMap(FundFlowBill::line).toList();
    }

    private static Stream<BillLine> line(BillRow row) {
        String kind = row.text("业务类型");
        boolean out = row.text("收支类型").equals("支出");
        if (kind.contains("手续费")) {
            return Stream.of(line(row, out ? Kind.FEE : Kind.FEE_BACK, row.fen(AMOUNT)));
        }
        if (kind.contains("提现")) {
            return Stream.of(line(row, out ? Kind.SETTLEMENT : Kind.OTHER, row.fen(AMOUNT)));
        }
        return switch (kind) {
            case "交易" -> Stream.empty();
            case "退款" -> feeBack(row).stream();
            default -> Stream.of(line(row, Kind.OTHER, row.fen(AMOUNT)));
        };
    }

    private static Optional<BillLine> feeBack(BillRow row) {
        Matcher remark = FEE_IN_REMARK.matcher(row.text("备注"));
        long fen = remark.find() ? BillRow.yuan("备注", remark.group(1)) : 0;
        return fen == 0 ? Optional.empty() : Optional.of(line(row, Kind.FEE_BACK, fen));
    }

    private static BillLine line(BillRow row, Kind kind, long fen) {
        return new BillLine(
                kind,
                kind == Kind.SETTLEMENT ? null : row.number("业务凭证号"),
                row.text("资金流水单号"),
                fen,
                Money.CURRENCY,
                row.time("记账时间"));
    }
}

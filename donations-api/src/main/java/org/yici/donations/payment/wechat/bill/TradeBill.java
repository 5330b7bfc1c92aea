package org.yici.donations.payment.wechat.bill;

import java.util.List;
import org.yici.donations.payment.order.BillLine;
import org.yici.donations.payment.order.BillLine.Kind;

/** The bill of the day's payments and refunds, as the donors see them. Its fees have five decimals: see {@link FundFlowBill}. */
public final class TradeBill {

    private TradeBill() {}

    /**
     * Its payments and refunds.
     *
     * @throws UnreadableBill for any line that cannot be read
     */
    public static List<BillLine> lines(String text) {
        return BillTable.rows(text).stream().map(TradeBill::line).toList();
    }

    private static BillLine line(BillRow row) {
        return switch (row.text("交易状态")) {
            case "SUCCESS" -> payment(row, Kind.PAYMENT);
            case "REFUND" -> refund(row);
            default -> payment(row, Kind.OTHER);
        };
    }

    /** Old merchants lack 订单金额, what was asked of the donor. */
    private static BillLine payment(BillRow row, Kind kind) {
        return new BillLine(
                kind,
                row.number("商户订单号"),
                row.text("微信订单号"),
                row.fen("订单金额", "应结订单金额"),
                row.text("货币种类"),
                row.time("交易时间"));
    }

    /** One that is stuck (CHANGE) or failed is for a person to look at; a later day's bill does not tell of it again. */
    private static BillLine refund(BillRow row) {
        Kind kind =
                switch (row.text("退款状态")) {
                    case "SUCCESS", "PROCESSING" -> Kind.REFUND;
                    default -> Kind.OTHER;
                };
        return new BillLine(
                kind,
                row.number("商户退款单号"),
                row.text("微信退款单号"),
                row.fen("申请退款金额", "退款金额"),
                row.text("货币种类"),
                row.time("交易时间"));
    }
}

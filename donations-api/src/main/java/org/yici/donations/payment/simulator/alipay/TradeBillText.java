package org.yici.donations.payment.simulator.alipay;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;

/** The bill of trades as Alipay writes it, tabs and remarks included. */
final class TradeBillText {

    private static final String HEADER = "支付宝交易号,商户订单号,业务类型,商品名称,创建时间,完成时间,门店编号,门店名称,操作员,终端号,对方账户,"
            + "订单金额（元）,商家实收（元）,支付宝红包（元）,集分宝（元）,支付宝优惠（元）,商家优惠（元）,券核销金额（元）,券名称,商家红包消费金额（元）,"
            + "卡消费金额（元）,退款批次号/请求号,服务费（元）,分润（元）,备注\r\n";

    private TradeBillText() {}

    static String of(String sellerId, LocalDate day, List<BillRow> rows) {
        return "#支付宝业务明细查询\r\n"
                + "#账号：[%s0156]\r\n".formatted(sellerId)
                + "#起始日期：[%s 00:00:00]   终止日期：[%s 00:00:00]\r\n".formatted(day, day.plusDays(1))
                + "#-----------------------------------------业务明细列表----------------------------------------\r\n"
                + HEADER
                + rows.stream().map(TradeBillText::line).collect(Collectors.joining())
                + "#-----------------------------------------业务明细列表结束------------------------------------\r\n"
                + "#交易合计：%d笔，商家实收共%s元，商家优惠共0.00元\r\n".formatted(count(rows, false), sum(rows, false))
                + "#退款合计：%d笔，商家实收退款共-%s元，商家优惠退款共0.00元\r\n".formatted(count(rows, true), sum(rows, true))
                + "#导出时间：[%s 09:00:00]\r\n".formatted(day.plusDays(1));
    }

    private static String line(BillRow row) {
        String time = Times.write(row.at());
        String sign = row.isRefund() ? "-" : "";
        String amount = sign + Fen.yuan(row.fen());
        return String.join(
                        ",",
                        row.trade() + "\t",
                        row.order() + "\t",
                        (row.isRefund() ? "退款" : "交易") + "\t",
                        row.subject(),
                        time,
                        time,
                        "\t,\t,\t,\t,**博(156******89)\t",
                        amount,
                        amount,
                        "0.00,0.00,0.00,0.00,0.00,,0.00\t,0.00",
                        row.refund() + "\t",
                        (row.isRefund() ? "" : "-") + Fen.yuan(Fen.fee(row.fen())),
                        "0.00",
                        "")
                + "\r\n";
    }

    private static long count(List<BillRow> rows, boolean refunds) {
        return rows.stream().filter(row -> row.isRefund() == refunds).count();
    }

    private static String sum(List<BillRow> rows, boolean refunds) {
        return Fen.yuan(rows.stream()
                .filter(row -> row.isRefund() == refunds)
                .mapToLong(BillRow::fen)
                .sum());
    }
}

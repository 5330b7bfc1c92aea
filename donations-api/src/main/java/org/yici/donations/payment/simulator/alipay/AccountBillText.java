package org.yici.donations.payment.simulator.alipay;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The bill of the merchant's account as Alipay writes it: each payment with its fee, each refund with the fee that comes back, and
 * late in the evening the payout of what the day has left.
 */
final class AccountBillText {

    private static final String HEADER = "账务流水号,业务流水号,商户订单号,商品名称,发生时间,对方账号,收入金额（+元）,支出金额（-元）,账户余额（元）,交易渠道,业务类型,备注\r\n";

    private AccountBillText() {}

    /** @param fen positive for what comes in */
    private record Movement(String number, BillRow of, String type, long fen, Instant at) {}

    static String of(String sellerId, LocalDate day, List<BillRow> rows) {
        List<Movement> moved = new ArrayList<>();
        rows.forEach(row -> add(moved, row));
        long left = moved.stream().mapToLong(Movement::fen).sum();
        if (left > 0) {
            BillRow nothing = new BillRow("", "", "", "", 0, Times.lateOn(day));
            moved.add(new Movement(day.toString().replace("-", "") + "9", nothing, "提现", -left, nothing.at()));
        }
        return "#支付宝账务明细查询\r\n"
                + "#账号：[%s0156]\r\n".formatted(sellerId)
                + "#起始日期：[%s 00:00:00]   终止日期：[%s 00:00:00]\r\n".formatted(day, day.plusDays(1))
                + "#-----------------------------------------账务明细列表----------------------------------------\r\n"
                + HEADER
                + lines(moved)
                + "#-----------------------------------------账务明细列表结束------------------------------------\r\n"
                + total("支出", moved, -1)
                + total("收入", moved, 1)
                + "#导出时间：[%s 09:00:00]\r\n".formatted(day.plusDays(1));
    }

    private static void add(List<Movement> moved, BillRow row) {
        String number = row.trade() + row.refund();
        long fee = Fen.fee(row.fen());
        long sign = row.isRefund() ? -1 : 1;
        String type = row.isRefund() ? "交易退款" : "在线支付";
        moved.add(new Movement(number + "1", row, type, sign * row.fen(), row.at()));
        if (fee > 0) {
            moved.add(new Movement(number + "2", row, "收费", -sign * fee, row.at()));
        }
    }

    private static String lines(List<Movement> moved) {
        StringBuilder text = new StringBuilder();
        long balance = 0;
        for (Movement one : moved) {
            balance += one.fen();
            text.append(line(one, balance));
        }
        return text.toString();
    }

    private static String line(Movement one, long balance) {
        return List.of(
                        one.number() + "\t",
                        one.of().trade() + "\t",
                        one.of().order() + "\t",
                        one.of().subject(),
                        Times.write(one.at()),
                        "**博(156******89)\t",
                        one.fen() > 0 ? Fen.yuan(one.fen()) : "0.00",
                        one.fen() < 0 ? Fen.yuan(one.fen()) : "0.00",
                        Fen.yuan(balance),
                        "支付宝",
                        one.type() + "\t",
                        "")
                .stream()
                .collect(Collectors.joining(",", "", "\r\n"));
    }

    private static String total(String name, List<Movement> moved, int sign) {
        List<Movement> counted =
                moved.stream().filter(one -> Long.signum(one.fen()) == sign).toList();
        long sum = counted.stream().mapToLong(Movement::fen).sum();
        return "#%s合计：%d笔，共%s元\r\n".formatted(name, counted.size(), Fen.yuan(sum));
    }
}

package org.yici.donations.payment.reconciliation.statement.paper;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import org.yici.platform.sheet.SheetHeading;

/** What a column of a bank's statement may hold, with the headings that banks give it. A column that is none of these is not read. */
enum StatementColumn {
    DATE(Set.of(
            "交易日期",
            "交易时间",
            "交易日",
            "记账日期",
            "记账时间",
            "记账日",
            "入账日期",
            "入账时间",
            "日期",
            "时间",
            "date",
            "bookingdate",
            "transactiondate",
            "posted")),
    CREDIT(Set.of(
            "贷方发生额",
            "贷方金额",
            "贷方",
            "收入",
            "收入金额",
            "存入金额",
            "转入金额",
            "收款金额",
            "存入",
            "贷方交易金额",
            "credit",
            "deposit",
            "deposits",
            "paidin",
            "moneyin")),
    DEBIT(Set.of(
            "借方发生额",
            "借方金额",
            "借方",
            "支出",
            "支出金额",
            "支取金额",
            "转出金额",
            "付款金额",
            "支取",
            "借方交易金额",
            "debit",
            "withdrawal",
            "withdrawals",
            "paidout",
            "moneyout")),
    /** One column for both, above and below zero or with {@link #DIRECTION} beside it. */
    AMOUNT(Set.of("交易金额", "发生额", "金额", "amount")),
    DIRECTION(Set.of("借贷标志", "借贷方向", "借贷", "收支", "收支类型", "收支标志", "收支方向", "交易方向", "direction", "debitcredit", "drcr")),
    BALANCE(Set.of("余额", "账户余额", "本次余额", "交易后余额", "当前余额", "balance", "runningbalance")),
    NAME(Set.of(
            "对方户名",
            "对方名称",
            "对方账户名称",
            "对方账户名",
            "对方单位",
            "对方单位名称",
            "对方姓名",
            "对手户名",
            "对方",
            "付款人",
            "付款人名称",
            "付款方名称",
            "收方名称",
            "收付款人名称",
            "交易对方",
            "counterparty",
            "payer",
            "name")),
    SUMMARY(Set.of("摘要", "交易摘要", "业务摘要", "交易类型", "业务类型", "description", "details", "summary")),
    REMARK(Set.of("附言", "备注", "用途", "交易附言", "交易用途", "说明", "remark", "remarks", "memo", "purpose", "reference")),
    /** The bank's own number of a line. */
    NUMBER(Set.of(
            "流水号",
            "交易流水号",
            "银行流水号",
            "核心流水号",
            "主机流水号",
            "账户明细编号交易流水号",
            "流水",
            "交易号",
            "交易编号",
            "交易参考号",
            "参考号",
            "transactionid",
            "bankreference",
            "number")),
    /** Another number that stands there: a voucher's, a slip's. */
    VOUCHER(Set.of("凭证号", "凭证号码", "回单号", "回单编号", "业务编号", "企业流水号", "客户流水号", "订单号", "voucher")),
    CURRENCY(Set.of("币种", "币别", "货币", "currency", "ccy"));

    private final Set<String> headings;

    StatementColumn(Set<String> headings) {
        this.headings = headings;
    }

    /** The column under a heading, as {@link SheetHeading#plain} writes it. */
    static Optional<StatementColumn> under(String plain) {
        return Arrays.stream(values())
                .filter(column -> column.headings.contains(plain))
                .findFirst();
    }
}

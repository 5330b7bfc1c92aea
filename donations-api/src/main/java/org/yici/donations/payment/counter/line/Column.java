package org.yici.donations.payment.counter.line;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import org.yici.platform.privacy.Masked;
import org.yici.platform.sheet.SheetHeading;

/** What a column of a sheet may hold, with the headings that banks and clerks give it. */
public enum Column {
    DATE(Set.of("日期", "捐赠日期", "捐款日期", "交易日期", "交易时间", "记账日期", "入账日期", "到账日期", "收款日期", "时间", "date", "givenon", "day")),
    DONOR(Set.of(
            "捐赠人", "捐款人", "捐赠者", "捐赠方", "姓名", "捐赠人姓名", "捐款人姓名", "捐赠单位", "捐赠人名称", "捐赠单位或个人", "捐赠单位个人", "付款人", "付款人名称",
            "付款方", "付款户名", "对方户名", "对方名称", "对方账户名称", "汇款人", "donor", "name", "payer", "givenby")),
    AMOUNT(Set.of(
            "金额", "捐赠金额", "捐款金额", "捐赠额", "捐款额", "交易金额", "到账金额", "收款金额", "收入", "收入金额", "贷方", "贷方金额", "贷方发生额", "人民币",
            "amount", "credit", "sum")),
    METHOD(Set.of("方式", "捐赠方式", "捐款方式", "付款方式", "支付方式", "收款方式", "method")),
    CAMPAIGN(Set.of("活动", "活动代码", "捐赠活动", "项目", "捐赠项目", "捐款项目", "项目名称", "campaign", "project")),
    /** The bank's number of a transfer. */
    REFERENCE(Set.of(
            "流水号",
            "交易流水号",
            "银行流水号",
            "流水",
            "交易号",
            "交易编号",
            "参考号",
            "凭证号",
            "回单号",
            "回单编号",
            "reference",
            "transaction",
            "transactionid")),
    /** The number of the slip that was handed out for cash. */
    RECEIPT(Set.of("收据号", "收据号码", "收据编号", "票据号", "票据号码", "票号", "receipt", "receiptnumber", "receiptno")),
    PHONE(Set.of("电话", "手机", "手机号", "手机号码", "联系电话", "联系方式", "电话号码", "phone", "mobile")),
    NOTE(Set.of("备注", "留言", "附言", "摘要", "用途", "note", "message", "remark", "remarks")),
    /** Money that left the account, on a bank's statement: such a line is no gift. */
    OUTGOING(Set.of("借方", "借方金额", "借方发生额", "支出", "支出金额", "debit"));

    private static final int SHOWN_CHARACTERS = 40;

    private final Set<String> headings;

    Column(Set<String> headings) {
        this.headings = headings;
    }

    /** The column under a heading, as {@link SheetHeading#plain} writes it. */
    public static Optional<Column> under(String plain) {
        return Arrays.stream(values())
                .filter(column -> column.headings.contains(plain))
                .findFirst();
    }

    /** Whether one value may stand beside several lines, as clerks merge the cells of a day. An amount may not: whose is it? */
    boolean maySpread() {
        return this == DATE || this == CAMPAIGN || this == METHOD;
    }

    /** The value as it may be shown beside what is wrong with it; an empty one is shown as it is. */
    public String shown(String value) {
        if (value.isBlank()) {
            return "";
        }
        return switch (this) {
            case DONOR -> Masked.name(value);
            case PHONE -> Masked.phone(value);
            case NOTE -> "…";
            default -> value.length() > SHOWN_CHARACTERS ? value.substring(0, SHOWN_CHARACTERS) + "…" : value;
        };
    }
}

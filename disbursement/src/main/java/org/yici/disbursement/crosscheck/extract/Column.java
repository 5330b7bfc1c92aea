package org.yici.disbursement.crosscheck.extract;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import org.yici.platform.sheet.SheetHeading;

/** What a column of an extract may hold, with the headings that departments give it. Kept in rules and reports: never renamed. */
public enum Column {
    /** Whose row it is: the person is found by it. */
    IDENTITY(
            Sort.IDENTITY,
            "身份证号",
            "身份证号码",
            "公民身份号码",
            "身份证",
            "居民身份证号",
            "居民身份证号码",
            "证件号码",
            "证件号",
            "身份证明号码",
            "车主身份证号",
            "权利人证件号",
            "权利人证件号码",
            "权利人身份证号",
            "法定代表人身份证号",
            "法人身份证号",
            "经营者身份证号",
            "死者身份证号",
            "纳税人识别号",
            "社会保障号",
            "社会保障号码",
            "identitynumber",
            "idnumber"),
    NAME(
            Sort.NAME, "姓名", "车主", "车主姓名", "机动车所有人", "所有人", "权利人", "权利人姓名", "产权人", "法定代表人", "法人", "法人姓名", "经营者",
            "经营者姓名", "死者姓名", "职工姓名", "参保人", "纳税人", "纳税人姓名", "人员姓名", "name"),
    PLATE(Sort.NUMBERED, "号牌号码", "车牌号", "车牌号码", "车牌", "plate"),
    MODEL(Sort.WORDS, "品牌型号", "车辆型号", "厂牌型号", "车辆类型", "车型", "model"),
    VALUE(Sort.AMOUNT, "价值", "购置价", "购置价格", "车辆价值", "评估价", "发票价", "value"),
    CERTIFICATE(Sort.NUMBERED, "不动产权证号", "不动产权证书号", "产权证号", "房产证号", "不动产单元号", "certificate"),
    LOCATION(Sort.HIDDEN, "坐落", "房屋坐落", "不动产坐落", "location"),
    USE(Sort.WORDS, "用途", "房屋用途", "规划用途", "use"),
    FLOOR_AREA(Sort.MEASURE, "建筑面积", "面积", "房屋面积", "floorarea"),
    COMPANY(Sort.WORDS, "企业名称", "市场主体名称", "主体名称", "字号", "字号名称", "company"),
    CREDIT_CODE(Sort.NUMBERED, "统一社会信用代码", "注册号", "creditcode"),
    POSITION(Sort.WORDS, "职务", "身份", "position"),
    CAPITAL(Sort.AMOUNT, "注册资本", "资金数额", "出资额", "capital"),
    STATUS(Sort.WORDS, "状态", "登记状态", "经营状态", "企业状态", "status"),
    EMPLOYER(Sort.WORDS, "单位", "单位名称", "工作单位", "参保单位", "缴存单位", "扣缴义务人", "employer"),
    INSURANCE(Sort.WORDS, "险种", "险种类型", "参保险种", "insurance"),
    BASE(Sort.AMOUNT, "缴费基数", "月缴费基数", "base"),
    PENSION(Sort.AMOUNT, Span.MONTH, "养老金", "月养老金", "月待遇", "待遇金额", "基本养老金", "pension"),
    MONTHLY(Sort.AMOUNT, Span.MONTH, "月缴存额", "monthly"),
    WAGE(Sort.AMOUNT, Span.MONTH, "月工资", "应发工资", "月应发", "工资", "wage"),
    BALANCE(Sort.AMOUNT, "余额", "账户余额", "缴存余额", "balance"),
    INCOME(Sort.AMOUNT, Span.YEAR, "年收入", "年收入额", "收入额", "收入合计", "应税收入", "income"),
    PERIOD(Sort.WORDS, "所属期", "所属年度", "年度", "税款所属期", "period"),
    DUTY(Sort.AMOUNT, Span.YEAR, "税额", "应纳税额", "实缴税额", "实缴金额", "已缴税额", "duty"),
    SINCE(Sort.DAY, "登记日期", "注册日期", "初次登记日期", "成立日期", "参保日期", "开户日期", "入职日期", "since"),
    DIED_ON(Sort.DAY, "死亡日期", "死亡时间", "注销日期", "dateofdeath", "diedon");

    /** How what stands there is read, compared and shown. */
    public enum Sort {
        IDENTITY,
        NAME,
        /** Words that may be shown beside a finding. */
        WORDS,
        /** A number of a thing, which leads to a person: its middle is never shown. */
        NUMBERED,
        /** Kept, and shown to nobody: where somebody lives. */
        HIDDEN,
        DAY,
        /** Yuan, kept as fen. */
        AMOUNT,
        /** With two decimals at most, kept in hundredths. */
        MEASURE;

        public boolean isFigure() {
            return this == AMOUNT || this == MEASURE;
        }
    }

    /** For how long an amount is: what a standard comes to is asked for the same time. */
    public enum Span {
        MONTH,
        YEAR,
        NONE
    }

    private final Sort sort;
    private final Span span;
    private final Set<String> headings;

    Column(Sort sort, String... headings) {
        this(sort, Span.NONE, headings);
    }

    Column(Sort sort, Span span, String... headings) {
        this.sort = sort;
        this.span = span;
        this.headings = Set.of(headings);
    }

    public Sort sort() {
        return sort;
    }

    public Span span() {
        return span;
    }

    /** The column under a heading that {@link SheetHeading#plain} has made plain. */
    static Optional<Column> under(String plain) {
        return plain.isEmpty()
                ? Optional.empty()
                : Arrays.stream(values())
                        .filter(column -> column.headings.contains(plain))
                        .findFirst();
    }

    Set<String> headings() {
        return headings;
    }

    public String messageKey() {
        return "crosscheck.column." + name();
    }
}

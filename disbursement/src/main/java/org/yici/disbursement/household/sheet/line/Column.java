package org.yici.disbursement.household.sheet.line;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import org.yici.platform.privacy.Masked;
import org.yici.platform.sheet.SheetHeading;
import org.yici.platform.sheet.SheetText;

/** What a column of a list of households may hold, with the headings that clerks give it. The template has them all. */
public enum Column {
    /** The clerk's own number of a household, by which its lines belong together. */
    HOUSEHOLD(Set.of("户编号", "户号", "家庭编号", "户编码", "低保证号", "档案编号", "档案号", "householdnumber", "household")),
    NAME(Set.of("姓名", "成员姓名", "家庭成员姓名", "保障对象姓名", "对象姓名", "救助对象", "救助对象姓名", "受益人姓名", "人员姓名", "name")),
    IDENTITY(Set.of(
            "身份证号",
            "身份证号码",
            "公民身份号码",
            "身份证",
            "证件号码",
            "证件号",
            "成员身份证号",
            "居民身份证号",
            "居民身份证号码",
            "identitynumber",
            "idnumber",
            "id")),
    RELATION(Set.of("与户主关系", "与户主的关系", "家庭关系", "关系", "成员关系", "与申请人关系", "relation", "relationtohead")),
    TOWNSHIP(Set.of("乡镇", "乡镇街道", "所属乡镇", "镇", "乡", "街道", "乡镇名称", "township")),
    VILLAGE(Set.of("村", "行政村", "村社区", "村居", "社区", "村名", "所在村", "所属村", "村委会", "村屯", "village")),
    /** Township and village in one cell, where a list has no columns of their own. */
    ADDRESS(Set.of("住址", "家庭住址", "地址", "家庭地址", "详细地址", "居住地址", "户籍地址", "现住址", "address")),
    CATEGORY(Set.of("类别", "救助类别", "保障类别", "对象类别", "人员类别", "困难类型", "困难类别", "救助类型", "对象类型", "类型", "保障类型", "category")),
    AREA(Set.of("城乡", "城乡类别", "城乡类型", "城乡属性", "area")),
    CARE(Set.of("护理等级", "护理级别", "自理能力", "护理类型", "生活自理能力", "失能等级", "护理档次", "carelevel", "care")),
    SINCE(Set.of("起始日期", "认定日期", "认定时间", "享受日期", "享受起始日期", "纳入日期", "批准日期", "起始时间", "享受时间", "categorysince", "since")),
    PHONE(Set.of("电话", "手机", "手机号", "手机号码", "联系电话", "联系方式", "电话号码", "phone", "mobile")),
    CARD(Set.of(
            "银行卡号",
            "银行账号",
            "银行账户",
            "账号",
            "帐号",
            "卡号",
            "一卡通账号",
            "一卡通号",
            "惠农卡号",
            "开户账号",
            "发放账号",
            "银行帐号",
            "cardnumber",
            "account")),
    CARD_HOLDER(Set.of("开户名", "户名", "账户名", "账户名称", "持卡人", "卡主", "开户人", "账户姓名", "cardholder", "holder")),
    GUARDIAN(Set.of("监护人", "监护人姓名", "代理人", "照料护理人", "guardian")),
    GUARDIAN_IDENTITY(Set.of("监护人身份证号", "监护人身份证号码", "监护人身份证", "监护人证件号码", "guardianidentitynumber")),
    GUARDIAN_RELATION(Set.of("监护关系", "监护人关系", "与监护人关系", "guardianrelation")),
    GUARDIAN_PHONE(Set.of("监护人电话", "监护人手机", "监护人联系电话", "监护人手机号", "监护人联系方式", "guardianphone")),
    /** The day on which the household signed that its data may be kept. */
    CONSENT(Set.of("授权日期", "授权", "授权书日期", "同意日期", "签署日期", "核对授权日期", "consentdate", "consent"));

    private static final int SHOWN_CHARACTERS = 30;

    private final Set<String> headings;

    Column(Set<String> headings) {
        this.headings = headings;
    }

    /** The column under a heading; what does not count in one says {@link SheetHeading#plain}. */
    public static Optional<Column> under(String heading) {
        String plain = SheetHeading.plain(heading).replace("、", "");
        return plain.isEmpty()
                ? Optional.empty()
                : Arrays.stream(values())
                        .filter(column -> column.headings.contains(plain))
                        .findFirst();
    }

    /** Whether one value may stand beside several lines: what is the household's is merged, what is a person's is not. */
    boolean maySpread() {
        return switch (this) {
            case HOUSEHOLD, TOWNSHIP, VILLAGE, ADDRESS, CATEGORY, AREA, SINCE, CARD, CARD_HOLDER, PHONE, CONSENT ->
                true;
            default -> false;
        };
    }

    /** The value as it may be shown beside what is wrong with it; an empty one is shown as it is. */
    public String shown(String value) {
        if (value.isBlank()) {
            return "";
        }
        return switch (this) {
            case NAME, GUARDIAN, CARD_HOLDER -> Masked.name(value);
            case IDENTITY, GUARDIAN_IDENTITY -> Masked.identityNumber(SheetText.narrow(value));
            case PHONE, GUARDIAN_PHONE -> Masked.phone(value);
            case CARD -> Masked.card(value);
            case VILLAGE, ADDRESS, HOUSEHOLD -> "…";
            default -> hasNumber(value) ? "…" : shortened(value);
        };
    }

    /** Whatever column it slipped into, a long number may be somebody's. */
    private static boolean hasNumber(String value) {
        return value.chars().filter(Character::isDigit).count() > 8;
    }

    private static String shortened(String value) {
        return value.length() > SHOWN_CHARACTERS ? value.substring(0, SHOWN_CHARACTERS) + "…" : value;
    }

    public String messageKey() {
        return "register.column." + name();
    }
}

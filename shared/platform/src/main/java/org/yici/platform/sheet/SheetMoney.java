package org.yici.platform.sheet;

import java.math.BigDecimal;
import java.util.regex.Pattern;
import org.yici.ledger.Money;
import org.yici.ledger.ParsedMoney;

/**
 * Reads a cell as yuan. Besides what {@link Money#parseYuan} takes, a sheet may group thousands by commas where they
 * belong ({@code 1,234.00}), write full-width figures, and put ¥, 人民币, RMB or CNY before and 元 or 整 behind. Nothing is
 * rounded: {@code 270.767} is refused, as text and as a number.
 */
public final class SheetMoney {

    private static final Pattern GROUPED = Pattern.compile("[0-9]{1,3}(,[0-9]{3})+(\\.[0-9]*)?");
    private static final Pattern BEFORE = Pattern.compile("^(人民币|rmb|cny)?[¥￥:]*");
    private static final Pattern BEHIND = Pattern.compile("(元|圆)?整?$");
    private static final Pattern BELOW_ZERO = Pattern.compile("\\([0-9.,]+\\)|[-−–][0-9.,]+|[0-9.,]+-");

    private SheetMoney() {}

    public static ParsedMoney read(SheetCell cell) {
        BigDecimal number = cell.number();
        return number == null || cell.date() != null ? read(cell.text()) : Money.parseYuan(written(number));
    }

    static ParsedMoney read(String text) {
        String bare = BEHIND.matcher(BEFORE.matcher(SheetText.plain(text)).replaceFirst(""))
                .replaceFirst("");
        if (BELOW_ZERO.matcher(bare).matches()) {
            return Money.parseYuan("-" + bare);
        }
        return Money.parseYuan(GROUPED.matcher(bare).matches() ? bare.replace(",", "") : bare);
    }

    private static String written(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }
}

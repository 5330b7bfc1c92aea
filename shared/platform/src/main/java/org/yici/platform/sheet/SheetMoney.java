package org.yici.platform.sheet;

import java.math.BigDecimal;
import java.util.Optional;
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
    private static final Pattern MINUS = Pattern.compile("[-−–()]");

    private SheetMoney() {}

    public static ParsedMoney read(SheetCell cell) {
        BigDecimal number = cell.number();
        return number == null || cell.date() != null ? read(cell.text()) : Money.parseYuan(written(number));
    }

    static ParsedMoney read(String text) {
        String bare = bare(text);
        if (BELOW_ZERO.matcher(bare).matches()) {
            return Money.parseYuan("-" + bare);
        }
        return Money.parseYuan(GROUPED.matcher(bare).matches() ? bare.replace(",", "") : bare);
    }

    /** The same, below zero too: with a minus before or behind it, or in brackets. Empty when it is no amount. */
    public static Optional<Money> signed(SheetCell cell) {
        BigDecimal number = cell.number();
        String text = number == null || cell.date() != null ? cell.text() : written(number);
        String bare = bare(text);
        return BELOW_ZERO.matcher(bare).matches()
                ? read(MINUS.matcher(bare).replaceAll("")).money().map(Money::negated)
                : read(text).money();
    }

    private static String bare(String text) {
        return BEHIND.matcher(BEFORE.matcher(SheetText.plain(text)).replaceFirst(""))
                .replaceFirst("");
    }

    private static String written(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }
}

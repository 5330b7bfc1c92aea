package org.yici.platform.sheet;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One cell.
 *
 * @param text what a reader sees in it, without the blanks around it; empty for an empty cell
 * @param number the number behind it, to the 15 digits that a spreadsheet keeps; null for text
 * @param date the day behind it, where the sheet itself says that it is one; null otherwise
 * @param spread whether the value stands in the first row of a merged cell that reaches down to here
 */
public record SheetCell(
        String text, @Nullable BigDecimal number, @Nullable LocalDate date, boolean spread) {

    public static final SheetCell EMPTY = new SheetCell("", null, null, false);

    public static SheetCell text(String text) {
        String plain = SheetText.trimmed(text);
        return plain.isEmpty() ? EMPTY : new SheetCell(plain, null, null, false);
    }

    static SheetCell number(BigDecimal number) {
        return new SheetCell(number.toPlainString(), number, null, false);
    }

    static SheetCell date(LocalDate date, BigDecimal number) {
        return new SheetCell(date.toString(), number, date, false);
    }

    SheetCell spreadDown() {
        return new SheetCell(text, number, date, true);
    }

    public boolean isBlank() {
        return text.isEmpty();
    }
}

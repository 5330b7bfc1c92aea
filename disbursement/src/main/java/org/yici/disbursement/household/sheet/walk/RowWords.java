package org.yici.disbursement.household.sheet.walk;

import java.util.Map;
import java.util.regex.Pattern;
import org.yici.disbursement.household.sheet.line.Column;
import org.yici.platform.sheet.SheetCell;
import org.yici.platform.sheet.SheetRow;
import org.yici.platform.sheet.SheetText;

/** The words by which a row says that it is nobody's: totals and notes. A row with somebody's number always is somebody's. */
final class RowWords {

    private static final Pattern TOTAL = Pattern.compile("(合计|总计|共计|小计|本页|累计|total|subtotal|sum).*");

    private static final Pattern SIGNED = Pattern.compile("(制表|制单|审核|复核|经办|填表|填报|负责人|审批|打印|备注|说明|注)[人单位日期]*:.*");

    private RowWords() {}

    static boolean isTotal(SheetRow row, Map<Column, SheetCell> cells) {
        return (nobodys(cells) || countsUnderNumber(cells))
                && row.cells().stream().anyMatch(RowWords::saysTotal);
    }

    /** A total whose count stands under the number's heading: no number of anybody, and nobody is named. */
    private static boolean countsUnderNumber(Map<Column, SheetCell> cells) {
        SheetCell named = cells.getOrDefault(Column.NAME, SheetCell.EMPTY);
        boolean nobody = isAbsent(cells, Column.NAME) || saysTotal(named) || !isName(named.text());
        return nobody
                && !SheetText.mayBeNumber(
                        cells.getOrDefault(Column.IDENTITY, SheetCell.EMPTY).text());
    }

    /** Neither 980人 nor a dash is a name. */
    private static boolean isName(String text) {
        return text.chars().anyMatch(Character::isLetter) && text.chars().noneMatch(Character::isDigit);
    }

    private static boolean saysTotal(SheetCell cell) {
        return !cell.isBlank()
                && !cell.spread()
                && cell.number() == null
                && TOTAL.matcher(SheetText.plain(cell.text())).matches();
    }

    /** Neither a number nor a name in its own cell, who made the list, or the example of our own template. */
    static boolean isNote(SheetRow row, Map<Column, SheetCell> cells) {
        return isExample(cells) || nobodys(cells) && (isAbsent(cells, Column.NAME) || isSigned(row));
    }

    private static boolean isExample(Map<Column, SheetCell> cells) {
        String name =
                SheetText.plain(cells.getOrDefault(Column.NAME, SheetCell.EMPTY).text());
        return name.startsWith("(例)") || name.startsWith("(example)");
    }

    private static boolean isSigned(SheetRow row) {
        return row.cells().stream()
                .filter(cell -> !cell.isBlank())
                .findFirst()
                .filter(first -> SIGNED.matcher(SheetText.plain(first.text())).matches())
                .isPresent();
    }

    private static boolean nobodys(Map<Column, SheetCell> cells) {
        return isAbsent(cells, Column.IDENTITY);
    }

    private static boolean isAbsent(Map<Column, SheetCell> cells, Column column) {
        SheetCell cell = cells.getOrDefault(column, SheetCell.EMPTY);
        return cell.isBlank() || cell.spread();
    }
}

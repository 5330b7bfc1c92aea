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

    private RowWords() {}

    static boolean isTotal(SheetRow row, Map<Column, SheetCell> cells) {
        return nobodys(cells) && row.cells().stream().anyMatch(RowWords::saysTotal);
    }

    private static boolean saysTotal(SheetCell cell) {
        return !cell.isBlank()
                && !cell.spread()
                && cell.number() == null
                && TOTAL.matcher(SheetText.plain(cell.text())).matches();
    }

    /** Neither a number nor a name in its own cell: who made the list, or what is to be known about it. */
    static boolean isNote(Map<Column, SheetCell> cells) {
        return nobodys(cells) && isAbsent(cells, Column.NAME);
    }

    private static boolean nobodys(Map<Column, SheetCell> cells) {
        return isAbsent(cells, Column.IDENTITY);
    }

    private static boolean isAbsent(Map<Column, SheetCell> cells, Column column) {
        SheetCell cell = cells.getOrDefault(column, SheetCell.EMPTY);
        return cell.isBlank() || cell.spread();
    }
}

package org.yici.donations.payment.counter.sheet;

import java.util.List;
import java.util.Map;
import org.yici.donations.payment.counter.line.Column;
import org.yici.platform.sheet.SheetCell;
import org.yici.platform.sheet.SheetText;

/**
 * The line by which the empty sheet shows how one is filled in. Nobody has to take it out: it is known by its donor, whose
 * words no donor has for a name.
 */
public final class ExampleLine {

    public static final String DONOR_ZH = "示例：张三（这一行不会导入）";
    public static final String DONOR_EN = "Example: Zhang San (this line is not imported)";

    private static final List<String> DONORS = List.of(SheetText.plain(DONOR_ZH), SheetText.plain(DONOR_EN));

    private ExampleLine() {}

    static boolean is(Map<Column, SheetCell> cells) {
        return DONORS.contains(SheetText.plain(
                cells.getOrDefault(Column.DONOR, SheetCell.EMPTY).text()));
    }
}

package org.yici.platform.sheet;

import java.util.List;

/**
 * One row that is not empty.
 *
 * @param number as the spreadsheet program shows it, the first is 1
 * @param cells from the first column on; what is missing at the end is empty
 */
public record SheetRow(int number, List<SheetCell> cells) {

    public SheetRow {
        cells = List.copyOf(cells);
    }

    /** The cell of a column counted from 0; empty beyond the last one. */
    public SheetCell cell(int column) {
        return column < cells.size() ? cells.get(column) : SheetCell.EMPTY;
    }

    public boolean isBlank() {
        return cells.stream().allMatch(SheetCell::isBlank);
    }
}

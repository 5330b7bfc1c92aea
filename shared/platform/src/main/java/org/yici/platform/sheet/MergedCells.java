package org.yici.platform.sheet;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Cells merged over several rows. A spreadsheet keeps the value in the first row only; here it is carried down, marked as
 * {@link SheetCell#spread}, for a reader sees it beside each row. What is merged to the right stays where it is.
 */
final class MergedCells {

    /** More than any sheet made by hand; beyond it a sheet is refused. */
    static final int MOST = 100_000;

    private final Map<Integer, List<Span>> spansByFirstRow = new HashMap<>();
    private final List<Carried> carried = new ArrayList<>();

    /** Rows and columns counted from 0. */
    private record Span(int column, int lastRow) {}

    private record Carried(Span span, SheetCell value) {}

    void add(int firstRow, int lastRow, int column) {
        if (lastRow > firstRow) {
            spansByFirstRow.computeIfAbsent(firstRow, row -> new ArrayList<>()).add(new Span(column, lastRow));
        }
    }

    /** Fills the merged cells of a row. Rows come in their order. */
    SheetRow fill(SheetRow row) {
        int index = row.number() - 1;
        carried.removeIf(one -> one.span.lastRow < index);
        SheetRow filled = carried.isEmpty() ? row : filled(row);
        for (Span span : spansByFirstRow.getOrDefault(index, List.of())) {
            carried.add(new Carried(span, row.cell(span.column).spreadDown()));
        }
        return filled;
    }

    private SheetRow filled(SheetRow row) {
        List<SheetCell> cells = new ArrayList<>(row.cells());
        for (Carried one : carried) {
            int column = one.span.column;
            while (cells.size() <= column) {
                cells.add(SheetCell.EMPTY);
            }
            if (cells.get(column).isBlank() && !one.value.isBlank()) {
                cells.set(column, one.value);
            }
        }
        return new SheetRow(row.number(), cells);
    }
}

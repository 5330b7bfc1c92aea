package org.yici.platform.sheet;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.poi.hssf.eventusermodel.FormatTrackingHSSFListener;
import org.apache.poi.hssf.eventusermodel.HSSFListener;
import org.apache.poi.hssf.record.BOFRecord;
import org.apache.poi.hssf.record.BoundSheetRecord;
import org.apache.poi.hssf.record.CellValueRecordInterface;
import org.apache.poi.hssf.record.DateWindow1904Record;
import org.apache.poi.hssf.record.FormulaRecord;
import org.apache.poi.hssf.record.LabelRecord;
import org.apache.poi.hssf.record.LabelSSTRecord;
import org.apache.poi.hssf.record.MergeCellsRecord;
import org.apache.poi.hssf.record.NumberRecord;
import org.apache.poi.hssf.record.Record;
import org.apache.poi.hssf.record.SSTRecord;
import org.apache.poi.hssf.record.StringRecord;
import org.apache.poi.ss.util.CellRangeAddress;
import org.jspecify.annotations.Nullable;

/** Gathers the cells of an .xls's first shown sheet from the stream of its records. */
final class XlsListener implements HSSFListener {

    /** Some 150 MB; a sheet of the most rows that there can be may have fifteen columns. */
    private static final int MOST_CELLS = 1_000_000;

    private final FormatTrackingHSSFListener formats = new FormatTrackingHSSFListener(record -> {});
    private final List<BoundSheetRecord> sheets = new ArrayList<>();
    private final Map<Integer, List<SheetCell>> cellsByRow = new TreeMap<>();
    private final MergedCells merged = new MergedCells();
    private @Nullable SSTRecord texts;
    private @Nullable FormulaRecord formulaBefore;
    private boolean from1904;
    private int begun = -1;
    private int count;

    @Override
    public void processRecord(Record record) {
        formats.processRecordInternally(record);
        if (record instanceof BoundSheetRecord sheet) {
            sheets.add(sheet);
        } else if (record instanceof SSTRecord shared) {
            texts = shared;
        } else if (record instanceof DateWindow1904Record window) {
            from1904 = window.getWindowing() == 1;
        } else if (record instanceof BOFRecord beginning && beginning.getType() == BOFRecord.TYPE_WORKSHEET) {
            begun++;
        } else if (isOurs()) {
            gather(record);
        }
    }

    /** Whether the records that come now are those of the first sheet that is not hidden, by the order of its tabs. */
    private boolean isOurs() {
        return sheets.stream()
                .filter(sheet -> !sheet.isHidden() && !sheet.isVeryHidden())
                .findFirst()
                .map(shown -> begun >= 0
                        && begun < sheets.size()
                        && BoundSheetRecord.orderByBofPosition(sheets)[begun] == shown)
                .orElse(begun == 0);
    }

    private void gather(Record record) {
        if (record instanceof NumberRecord number) {
            put(number, number(number, number.getValue()));
        } else if (record instanceof LabelSSTRecord label) {
            put(label, SheetCell.text(shared(label.getSSTIndex())));
        } else if (record instanceof LabelRecord label) {
            put(label, SheetCell.text(label.getValue()));
        } else if (record instanceof FormulaRecord formula) {
            formulaBefore = formula;
            if (!formula.hasCachedResultString()) {
                put(formula, number(formula, formula.getValue()));
            }
        } else if (record instanceof StringRecord result && formulaBefore != null) {
            put(formulaBefore, SheetCell.text(result.getString()));
        } else if (record instanceof MergeCellsRecord areas) {
            gather(areas);
        }
    }

    private void gather(MergeCellsRecord areas) {
        for (int i = 0; i < areas.getNumAreas(); i++) {
            CellRangeAddress area = areas.getAreaAt(i);
            merged.add(area.getFirstRow(), area.getLastRow(), area.getFirstColumn());
        }
    }

    private String shared(int number) {
        return texts == null || number < 0 || number >= texts.getNumUniqueStrings()
                ? ""
                : texts.getString(number).getString();
    }

    private SheetCell number(CellValueRecordInterface cell, double value) {
        int format = formats.getFormatIndex(cell);
        String code = format < 0 ? null : formats.getFormatString(format);
        return Numbers.cell(value, DateStyles.isDate(format, code == null ? "" : code), from1904);
    }

    private void put(CellValueRecordInterface place, SheetCell cell) {
        if (cell.isBlank()) {
            return;
        }
        if (++count > MOST_CELLS) {
            throw SheetFlaw.TOO_LARGE.refusal(SheetLimits.LARGE.fileBytes() >> 20);
        }
        List<SheetCell> cells = cellsByRow.computeIfAbsent(place.getRow(), row -> new ArrayList<>());
        while (cells.size() <= place.getColumn()) {
            cells.add(SheetCell.EMPTY);
        }
        cells.set(place.getColumn(), cell);
    }

    /** The rows in their order, once all records have come. */
    List<SheetRow> rows() {
        return cellsByRow.entrySet().stream()
                .map(row -> merged.fill(new SheetRow(row.getKey() + 1, row.getValue())))
                .toList();
    }
}

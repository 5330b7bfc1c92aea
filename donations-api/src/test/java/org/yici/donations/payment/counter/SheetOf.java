package org.yici.donations.payment.counter;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** One sheet, in every format that clerks send. A cell is a text or, as a {@link Double}, a number. */
public final class SheetOf {

    private final List<List<Object>> rows = new ArrayList<>();
    private final List<CellRangeAddress> merged = new ArrayList<>();

    /** The formats by their endings. */
    public enum Format {
        XLSX,
        XLS,
        CSV,
        GB18030
    }

    public SheetOf row(Object... cells) {
        rows.add(Arrays.asList(cells));
        return this;
    }

    /** Merges a column's cells over rows, counted from 0. Text formats have no such thing: there it stays empty. */
    public SheetOf merge(int firstRow, int lastRow, int column) {
        merged.add(new CellRangeAddress(firstRow, lastRow, column, column));
        return this;
    }

    public byte[] as(Format format) {
        return switch (format) {
            case XLSX -> book(new XSSFWorkbook());
            case XLS -> book(new HSSFWorkbook());
            case CSV -> ("\ufeff" + text()).getBytes(StandardCharsets.UTF_8);
            case GB18030 -> text().getBytes(Charset.forName("GB18030"));
        };
    }

    private byte[] book(Workbook book) {
        try (book;
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            Sheet sheet = book.createSheet("柜台");
            for (int i = 0; i < rows.size(); i++) {
                Row row = sheet.createRow(i);
                for (int j = 0; j < rows.get(i).size(); j++) {
                    if (rows.get(i).get(j) instanceof Double number) {
                        row.createCell(j).setCellValue(number);
                    } else {
                        row.createCell(j)
                                .setCellValue(String.valueOf(rows.get(i).get(j)));
                    }
                }
            }
            merged.forEach(sheet::addMergedRegion);
            book.write(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String text() {
        return rows.stream()
                .map(row -> row.stream().map(SheetOf::cell).collect(Collectors.joining(",")))
                .collect(Collectors.joining("\r\n"));
    }

    private static String cell(Object cell) {
        String text = cell instanceof Double number
                ? java.math.BigDecimal.valueOf(number).stripTrailingZeros().toPlainString()
                : String.valueOf(cell);
        return text.matches("(?s).*[,\"\n].*") ? '"' + text.replace("\"", "\"\"") + '"' : text;
    }
}

package org.yici.platform.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;

/** What is written is read again, by us and by others, and never runs. */
class XlsxWriterTest {

    private static final List<String> ROW =
            List.of("姓名", "110105194912310021", "=1+1", "a<b>&\"c\"", "", " 两 边 ", "𠮷");

    private static byte[] written(List<String> row) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (XlsxWriter sheet = new XlsxWriter(out, "住户")) {
            sheet.row(List.of("表头"));
            sheet.row(row);
        }
        return out.toByteArray();
    }

    @Test
    void our_own_reader_reads_it_again() {
        List<List<String>> rows = SheetFiles.texts(SheetFiles.of(written(ROW)));
        assertThat(rows.get(1)).containsExactly("姓名", "110105194912310021", "=1+1", "a<b>&\"c\"", "", "两 边", "𠮷");
    }

    @Test
    void every_cell_is_text_for_other_programs_too() throws IOException {
        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(written(ROW)))) {
            assertThat(book.getSheetName(0)).isEqualTo("住户");
            for (Cell cell : book.getSheetAt(0).getRow(1)) {
                assertThat(cell.getCellType()).isIn(CellType.STRING, CellType.BLANK);
                assertThat(cell.getCellStyle().getDataFormatString()).isEqualTo("@");
            }
            assertThat(book.getSheetAt(0).getRow(1).getCell(1).getStringCellValue())
                    .isEqualTo("110105194912310021");
        }
    }

    @Test
    void what_xml_does_not_know_is_left_out() {
        assertThat(SheetFiles.texts(SheetFiles.of(written(List.of("a\u0000b\u0007c\ud800d"))))
                        .get(1))
                .containsExactly("abcd");
    }
}

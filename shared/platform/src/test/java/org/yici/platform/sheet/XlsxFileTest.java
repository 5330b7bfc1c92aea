package org.yici.platform.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;

/** What we write, spreadsheets open, and run nothing of it. */
class XlsxFileTest {

    private static final List<List<Object>> ROWS = List.of(
            List.of("城镇", "=HYPERLINK(\"http://x\")", "a<b & \"c\"\u0001"),
            List.of("", "-1+2", new BigDecimal("333.33")));

    @Test
    void a_text_stays_a_text_and_a_number_a_number() throws IOException {
        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(XlsxFile.of(ROWS)))) {
            var first = book.getSheetAt(0).getRow(0);
            assertThat(first.getCell(0).getStringCellValue()).isEqualTo("城镇");
            assertThat(first.getCell(1).getCellType()).isEqualTo(CellType.STRING);
            assertThat(first.getCell(1).getStringCellValue()).isEqualTo("=HYPERLINK(\"http://x\")");
            assertThat(first.getCell(2).getStringCellValue()).isEqualTo("a<b & \"c\"");
            var second = book.getSheetAt(0).getRow(1);
            assertThat(second.getCell(1).getCellType()).isEqualTo(CellType.STRING);
            assertThat(second.getCell(2).getNumericCellValue()).isEqualTo(333.33);
        }
    }

    @Test
    void our_own_reader_reads_it() {
        assertThat(SheetFiles.texts(SheetFiles.of(XlsxFile.of(ROWS))))
                .containsExactly(
                        List.of("城镇", "=HYPERLINK(\"http://x\")", "a<b & \"c\""), List.of("", "-1+2", "333.33"));
    }
}

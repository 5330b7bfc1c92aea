package org.yici.platform.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.yici.platform.sheet.XlsxForm.Field;
import org.yici.platform.sheet.XlsxForm.Kind;

class XlsxFormTest {

    private static final byte[] FORM = XlsxForm.of(
            "捐款 & <more>",
            List.of(
                    new Field("日期", Kind.DAY, 14, "哪一天", List.of(), "2018-05-04"),
                    new Field("\"金额\"", Kind.AMOUNT, 14, "多少 < 元", List.of(), "1234.50"),
                    new Field("活动", Kind.TEXT, 30, "选一个", List.of("一慈, 二慈", "三慈"), "三慈"),
                    new Field("备注", Kind.TEXT, 30, "随便\u0001写", List.of(), "")),
            "说明",
            List.of(List.of("日期", "哪一天"), List.of(), List.of("😀")));

    @Test
    void another_program_finds_headings_formats_choices_and_notes_in_it() throws IOException {
        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(FORM))) {
            var sheet = book.getSheetAt(0);
            assertThat(sheet.getSheetName()).isEqualTo("捐款 & <more>");
            assertThat(sheet.getRow(0).getCell(1).getStringCellValue()).isEqualTo("\"金额\"");
            assertThat(sheet.getRow(1).getCell(0).getLocalDateTimeCellValue().toLocalDate())
                    .isEqualTo(LocalDate.of(2018, 5, 4));
            assertThat(sheet.getRow(1).getCell(1).getNumericCellValue()).isEqualTo(1234.5);
            assertThat(sheet.getPaneInformation().isFreezePane()).isTrue();
            assertThat(sheet.getDataValidations())
                    .extracting(DataValidation::getPromptBoxText)
                    .containsExactly("哪一天", "多少 < 元", "选一个", "随便写");
            assertThat(sheet.getDataValidations()
                            .get(2)
                            .getValidationConstraint()
                            .getFormula1())
                    .isEqualTo("choices_of_3");
            assertThat(book.getName("choices_of_3").getRefersToFormula()).isEqualTo("choices!$C$1:$C$2");
            assertThat(book.getSheet("choices").getRow(0).getCell(2).getStringCellValue())
                    .isEqualTo("一慈, 二慈");
            assertThat(book.isSheetHidden(2)).isTrue();
            assertThat(book.getSheet("说明").getRow(2).getCell(0).getStringCellValue())
                    .isEqualTo("😀");
        }
    }

    @Test
    void what_we_write_we_read() {
        List<SheetRow> rows = SheetFiles.rows(SheetFiles.of(FORM));
        assertThat(rows).hasSize(2);
        assertThat(rows.get(1).cell(0).date()).isEqualTo(LocalDate.of(2018, 5, 4));
        assertThat(rows.get(1).cell(1).number()).isEqualByComparingTo("1234.5");
        assertThat(rows.get(1).cell(2).text()).isEqualTo("三慈");
    }
}

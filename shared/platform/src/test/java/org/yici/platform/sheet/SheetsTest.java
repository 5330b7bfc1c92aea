package org.yici.platform.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.yici.platform.outcome.InvalidInput;

class SheetsTest {

    @Test
    void both_binary_formats_are_read_alike_with_dates_numbers_formulas_and_merged_cells() {
        for (Path file :
                List.of(SheetFiles.of(new XSSFWorkbook(), book()), SheetFiles.of(new HSSFWorkbook(), book()))) {
            List<SheetRow> rows = SheetFiles.rows(file);
            assertThat(rows).extracting(SheetRow::number).containsExactly(1, 3, 4, 5);
            assertThat(rows.get(0).cell(0).text()).isEqualTo("五月捐款");
            assertThat(rows.get(0).cell(1).isBlank())
                    .as("merged to the right stays")
                    .isTrue();
            SheetRow first = rows.get(1);
            assertThat(first.cell(0).date()).isEqualTo(LocalDate.of(2018, 5, 4));
            assertThat(first.cell(0).spread()).isFalse();
            assertThat(first.cell(1).number()).isEqualTo(new BigDecimal("1234.5"));
            assertThat(first.cell(2).text()).isEqualTo("13800000000");
            assertThat(first.cell(3).number())
                    .as("0.1 + 0.2, as a reader sees it")
                    .isEqualTo(new BigDecimal("0.3"));
            assertThat(first.cell(4).text()).isEqualTo("张三");
            SheetRow second = rows.get(2);
            assertThat(second.cell(0).date()).isEqualTo(LocalDate.of(2018, 5, 4));
            assertThat(second.cell(0).spread()).isTrue();
            assertThat(second.cell(1).number()).isEqualTo(new BigDecimal("270.767"));
            assertThat(rows.get(3).cell(0).isBlank()).isTrue();
        }
    }

    @Test
    void every_format_tells_its_last_row_before_it_is_read() {
        assertThat(last(SheetFiles.of(new XSSFWorkbook(), book()))).isEqualTo(5);
        assertThat(last(SheetFiles.of(new HSSFWorkbook(), book()))).isEqualTo(5);
        assertThat(last(SheetFiles.of("a,b\r\n1,2\r\n3,4".getBytes(StandardCharsets.UTF_8))))
                .isEqualTo(3);
        assertThat(last(SheetFiles.of("a,b\n1,2\n".getBytes(StandardCharsets.UTF_8))))
                .isEqualTo(2);
    }

    private static int last(Path file) {
        try (SheetRows rows = Sheets.open(file, SheetLimits.LARGE)) {
            return rows.last();
        }
    }

    private static Consumer<Workbook> book() {
        return book -> {
            book.createSheet("草稿").createRow(0).createCell(0).setCellValue("不看这张");
            book.setSheetVisibility(0, SheetVisibility.HIDDEN);
            Sheet sheet = book.createSheet("五月");
            book.setActiveSheet(1);
            CellStyle day = book.createCellStyle();
            day.setDataFormat(book.createDataFormat().getFormat("yyyy\"年\"m\"月\"d\"日\""));
            sheet.createRow(0).createCell(0).setCellValue("五月捐款");
            sheet.addMergedRegion(new CellRangeAddress(0, 0, 0, 4));
            Row first = sheet.createRow(2);
            first.createCell(0).setCellValue(LocalDate.of(2018, 5, 4));
            first.getCell(0).setCellStyle(day);
            first.createCell(1).setCellValue(1234.5);
            first.createCell(2).setCellValue(13_800_000_000d);
            first.createCell(3).setCellFormula("0.1+0.2");
            book.getCreationHelper().createFormulaEvaluator().evaluateFormulaCell(first.getCell(3));
            first.createCell(4).setCellValue("　张三 ");
            Row second = sheet.createRow(3);
            second.createCell(1).setCellValue(270.767);
            sheet.addMergedRegion(new CellRangeAddress(2, 3, 0, 0));
            sheet.createRow(4).createCell(4).setCellValue("李四");
        };
    }

    @Test
    void text_is_read_in_the_characters_and_with_the_separator_that_it_was_written_in() {
        String text = "姓名,金额,备注\r\n\"张\"\"三\"\"\",\"1,234.00\",\"两\n行\"\r\n,,\r\n李四,=\"0012\",\r\n";
        for (Charset charset : List.of(StandardCharsets.UTF_8, Charset.forName("GB18030"), StandardCharsets.UTF_16)) {
            assertThat(SheetFiles.texts(SheetFiles.of(text.getBytes(charset))))
                    .as(charset.name())
                    .containsExactly(
                            List.of("姓名", "金额", "备注"),
                            List.of("张\"三\"", "1,234.00", "两\n行"),
                            List.of("李四", "0012", ""));
        }
        for (String separator : List.of("\t", ";")) {
            String parted = "\ufeff" + String.join(separator, "姓名", "金额") + "\n" + String.join(separator, "张三", "1,5");
            assertThat(SheetFiles.texts(SheetFiles.of(parted.getBytes(StandardCharsets.UTF_8))))
                    .containsExactly(List.of("姓名", "金额"), List.of("张三", "1,5"));
        }
    }

    @Test
    void what_is_no_sheet_is_refused_and_says_what_to_do() throws IOException {
        assertThat(refusal(new byte[0])).isEqualTo("input.sheet.empty");
        assertThat(refusal(new byte[] {1, 2, 3, 0, 5})).isEqualTo("input.sheet.format");
        assertThat(refusal("<html><table>".getBytes(StandardCharsets.UTF_8))).isEqualTo("input.sheet.web-page");
        assertThat(refusal("PK\3\4 and nothing more".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo("input.sheet.format");
        assertThat(refusal(zip("word/document.xml", new byte[] {1}))).isEqualTo("input.sheet.format");
        assertThat(refusal(new byte[] {(byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0, 1, 2}))
                .isEqualTo("input.sheet.format");
        try (POIFSFileSystem container = new POIFSFileSystem()) {
            container.createDocument(new java.io.ByteArrayInputStream(new byte[5_000]), "EncryptedPackage");
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            container.writeFilesystem(out);
            assertThat(refusal(out.toByteArray())).isEqualTo("input.sheet.protected");
        }
    }

    @Test
    void a_sheet_is_bounded_however_small_its_file_is() throws IOException {
        byte[] good = java.nio.file.Files.readAllBytes(SheetFiles.of(new XSSFWorkbook(), book()));
        SheetLimits narrow = new SheetLimits(1 << 20, 200, 100, 1_000);
        assertThat(refusal(good, narrow)).as("each part").isEqualTo("input.sheet.too-large");
        assertThat(refusal(good, new SheetLimits(1 << 20, 1 << 20, 100, 10)))
                .as("shared texts")
                .isEqualTo("input.sheet.too-large");
        assertThat(refusal(good, new SheetLimits(1 << 20, 1 << 20, 2, 1_000)))
                .as("rows")
                .isEqualTo("input.sheet.too-many-rows");
        assertThat(refusal(good, new SheetLimits(100, 1 << 20, 2, 1_000)))
                .as("file")
                .isEqualTo("input.sheet.too-large");
        byte[] entities = ("<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;\">]>"
                        + "<workbook><sheets><sheet name=\"&b;\"/></sheets></workbook>")
                .getBytes(StandardCharsets.UTF_8);
        assertThat(refusal(zip("xl/workbook.xml", entities))).isEqualTo("input.sheet.format");
    }

    @Test
    void what_is_written_is_safe_to_open() {
        assertThat(CsvLine.of(List.of(new BigDecimal("-100.00"), "-100.00"))).isEqualTo("-100.00,'-100.00\r\n");
        assertThat(CsvLine.of(List.of("=HYPERLINK(\"x\")", "-1", "张,三", "plain")))
                .isEqualTo("\"'=HYPERLINK(\"\"x\"\")\",'-1,\"张,三\",plain\r\n");
    }

    private static byte[] zip(String name, byte[] content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("xl/_rels/workbook.xml.rels"));
            zip.write("<Relationships/>".getBytes(StandardCharsets.UTF_8));
            zip.putNextEntry(new ZipEntry(name));
            zip.write(content);
        }
        return bytes.toByteArray();
    }

    private static String refusal(byte[] content) {
        return refusal(content, SheetLimits.LARGE);
    }

    private static String refusal(byte[] content, SheetLimits limits) {
        Path file = SheetFiles.of(content);
        String[] key = new String[1];
        assertThatThrownBy(() -> SheetFiles.rows(file, limits))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        wrong -> key[0] = wrong.errors().get(0).messageKey());
        return key[0];
    }
}

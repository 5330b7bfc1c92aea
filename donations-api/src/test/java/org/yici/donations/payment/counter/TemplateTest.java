package org.yici.donations.payment.counter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yici.donations.World.world;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yici.donations.World;

/** The empty sheet that clerks download, fill in and send back. */
class TemplateTest {

    private final World world = world();
    private final Clerk clerk = new Clerk("intake");

    @ParameterizedTest
    @ValueSource(strings = {"zh", "en"})
    void filled_in_and_sent_back_it_imports_cleanly_and_its_example_is_left_out(String language) throws IOException {
        String tag = UUID.randomUUID().toString().substring(0, 8);
        byte[] filled;
        try (XSSFWorkbook book = template(language)) {
            Sheet sheet = book.getSheetAt(0);
            fill(sheet, 2, LocalDate.of(2018, 5, 4), "王五" + tag, 1234.5, choice(book, 3, 0), "", "0001" + tag);
            fill(sheet, 3, LocalDate.of(2018, 5, 5), "匿名", 6, choice(book, 3, 1), "62220" + tag, "");
            filled = written(book);
        }
        CounterBatchId draft = clerk.drafted(filled, "filled.xlsx", "cash", "daily-kindness");
        assertThat(clerk.page(Clerk.HOME + "/" + draft + "?lang=" + language))
                .contains("王五" + tag, "0001" + tag, "62220" + tag)
                .contains(language.equals("en") ? "The example, no gift" : "示例行，不是捐款")
                .contains(language.equals("en") ? "Every line is fine" : "每一行都可以接受");
        assertThat(world.number("select sum(amount) from donations.counter_line where batch = " + draft))
                .isEqualTo(123_450 + 600);
        clerk.does(draft, "removal");
    }

    @ParameterizedTest
    @ValueSource(strings = {"zh", "en"})
    void it_keeps_days_amounts_and_numbers_as_what_they_are_and_offers_the_campaigns(String language)
            throws IOException {
        try (XSSFWorkbook book = template(language)) {
            Sheet sheet = book.getSheetAt(0);
            assertThat(format(sheet, 0)).isEqualTo("yyyy\\-mm\\-dd");
            assertThat(format(sheet, 2)).isEqualTo("#,##0.00");
            for (int text : new int[] {5, 6, 7}) {
                assertThat(format(sheet, text)).isEqualTo("@");
            }
            assertThat(sheet.getDataValidations())
                    .extracting(DataValidation::getPromptBoxText)
                    .allMatch(words -> !words.isBlank());
            assertThat(book.getSheetName(1)).isEqualTo(language.equals("en") ? "How to fill it in" : "怎么填");
            assertThat(book.isSheetHidden(2)).isTrue();
            Sheet choices = book.getSheetAt(2);
            assertThat(book.getName("choices_of_5").getRefersToFormula()).startsWith("choices!$E$1:$E$");
            assertThat(choices.getRow(0).getCell(4).getStringCellValue())
                    .as("a title, or the code where another campaign has the same title")
                    .isNotBlank();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"zh", "en"})
    void sent_back_as_it_is_it_holds_no_gift(String language) throws IOException {
        try (XSSFWorkbook book = template(language)) {
            var answer = clerk.send(written(book), "empty.xlsx", "cash", "daily-kindness");
            assertThat(answer.getStatus().value()).isEqualTo(422);
            assertThat(Clerk.text(answer)).contains("一笔捐款也没有");
        }
    }

    private XSSFWorkbook template(String language) throws IOException {
        var answer = clerk.get(Clerk.HOME + "/template.xlsx?lang=" + language);
        assertThat(answer.getStatus().value()).isEqualTo(200);
        assertThat(answer.getResponseHeaders().getFirst("Content-Disposition"))
                .isEqualTo("attachment; filename=\"counter-gifts.xlsx\"");
        return new XSSFWorkbook(new ByteArrayInputStream(Objects.requireNonNull(answer.getResponseBody())));
    }

    private static String choice(XSSFWorkbook book, int column, int nth) {
        return book.getSheetAt(2).getRow(nth).getCell(column).getStringCellValue();
    }

    private static void fill(
            Sheet sheet, int at, LocalDate day, String donor, double amount, String method, String bank, String slip) {
        Row row = sheet.createRow(at);
        for (int i = 0; i < 9; i++) {
            row.createCell(i).setCellStyle(sheet.getColumnStyle(i));
        }
        row.getCell(0).setCellValue(day);
        row.getCell(1).setCellValue(donor);
        row.getCell(2).setCellValue(amount);
        row.getCell(3).setCellValue(method);
        row.getCell(5).setCellValue(bank);
        row.getCell(6).setCellValue(slip);
    }

    private static String format(Sheet sheet, int column) {
        Cell example = sheet.getRow(1).getCell(column);
        String ofExample = example.getCellStyle().getDataFormatString();
        assertThat(sheet.getColumnStyle(column).getDataFormatString()).isEqualTo(ofExample);
        return ofExample;
    }

    private static byte[] written(XSSFWorkbook book) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        book.write(out);
        return out.toByteArray();
    }
}

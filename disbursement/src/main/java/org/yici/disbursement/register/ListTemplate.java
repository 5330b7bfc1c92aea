package org.yici.disbursement.register;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import org.yici.disbursement.SheetFile;
import org.yici.disbursement.household.Area;
import org.yici.disbursement.household.CareLevel;
import org.yici.disbursement.household.CategoryList;
import org.yici.disbursement.household.sheet.line.Column;
import org.yici.platform.clock.ProgramClock;
import org.yici.platform.sheet.XlsxForm;
import org.yici.platform.sheet.XlsxForm.Field;
import org.yici.platform.sheet.XlsxForm.Kind;
import org.yici.platform.staff.StaffMember;
import org.yici.platform.web.Language;

/** An empty list with the headings that every line is read by; every choice in it is one that is read. */
@RestController
final class ListTemplate {

    private static final List<Column> COLUMNS = Arrays.stream(Column.values())
            .filter(column -> column != Column.ADDRESS)
            .toList();
    /** Invented: the number is the standard's own example, and the row is passed over. */
    private static final Map<Column, String> EXAMPLE = Map.of(
            Column.HOUSEHOLD, "1",
            Column.IDENTITY, "11010519491231002X",
            Column.SINCE, "2018-01-01",
            Column.PHONE, "13800000000",
            Column.CARD, "6222021234567890128");

    private static final int CHARACTERS = 14;
    private static final int CHARACTERS_OF_NUMBERS = 22;

    private final Words words;
    private final ProgramClock clock;

    ListTemplate(Words words, ProgramClock clock) {
        this.words = words;
        this.clock = clock;
    }

    @GetMapping(ListAddresses.HOME + "/template" + SheetFile.ENDINGS)
    ResponseEntity<byte[]> template(StaffMember actor, @PathVariable String format, ServerWebExchange exchange) {
        ListAddresses.requireIntake(actor);
        Locale locale = Language.of(exchange);
        SheetFile file = SheetFile.of(format);
        return file.answer("households", file == SheetFile.CSV ? headings(file, locale) : form(locale));
    }

    private byte[] headings(SheetFile file, Locale locale) {
        List<String> headings =
                COLUMNS.stream().map(column -> words.column(column, locale)).toList();
        return file.bytes("", rows -> rows.accept(headings));
    }

    private byte[] form(Locale locale) {
        return XlsxForm.of(
                words.text("layout.households", locale),
                COLUMNS.stream().map(column -> field(column, locale)).toList(),
                words.text("register.notes", locale),
                COLUMNS.stream()
                        .map(column -> List.of(words.column(column, locale), hint(column, locale)))
                        .toList());
    }

    private Field field(Column column, Locale locale) {
        boolean isNumber = column == Column.IDENTITY || column == Column.CARD || column == Column.GUARDIAN_IDENTITY;
        List<String> choices = choices(column, locale).toList();
        return new Field(
                words.column(column, locale),
                Kind.TEXT,
                isNumber ? CHARACTERS_OF_NUMBERS : CHARACTERS,
                hint(column, locale),
                choices,
                example(column, choices, locale));
    }

    private Stream<String> choices(Column column, Locale locale) {
        Stream<String> keys =
                switch (column) {
                    case CATEGORY ->
                        CategoryList.on(clock.today()).choices().stream().map(category -> category.messageKey());
                    case AREA -> Arrays.stream(Area.values()).map(Area::messageKey);
                    case CARE -> Arrays.stream(CareLevel.values()).map(CareLevel::messageKey);
                    default -> Stream.of();
                };
        return keys.map(key -> words.text(key, locale));
    }

    private String example(Column column, List<String> choices, Locale locale) {
        if (column == Column.NAME) {
            return words.text("register.example.name", locale);
        }
        return choices.isEmpty() || column == Column.CARE ? EXAMPLE.getOrDefault(column, "") : choices.get(0);
    }

    private String hint(Column column, Locale locale) {
        return words.text("register.hint." + column, locale);
    }
}

package org.yici.disbursement.crosscheck.desk;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import org.yici.disbursement.SheetFile;
import org.yici.disbursement.crosscheck.extract.Column;
import org.yici.disbursement.crosscheck.extract.ExtractKind;
import org.yici.disbursement.crosscheck.words.CheckWords;
import org.yici.platform.sheet.XlsxForm;
import org.yici.platform.sheet.XlsxForm.Field;
import org.yici.platform.sheet.XlsxForm.Kind;
import org.yici.platform.staff.StaffMember;
import org.yici.platform.web.Language;

/** An empty extract of each kind, with headings by which every row is read, to be sent to the department. */
@RestController
final class ExtractTemplate {

    /** Invented: the number is the standard's own example, and the row is passed over. */
    private static final Map<Column.Sort, String> EXAMPLES = Map.of(
            Column.Sort.IDENTITY, "11010519491231002X",
            Column.Sort.AMOUNT, "1234.50",
            Column.Sort.MEASURE, "86.35",
            Column.Sort.DAY, "2018-01-31");

    private static final int CHARACTERS = 14;
    private static final int CHARACTERS_OF_NUMBERS = 22;

    private final CheckWords words;

    ExtractTemplate(CheckWords words) {
        this.words = words;
    }

    @GetMapping(Addresses.EXTRACTS + "/template/{kind}.xlsx")
    ResponseEntity<byte[]> template(StaffMember reader, @PathVariable String kind, ServerWebExchange exchange) {
        Addresses.requireReader(reader);
        ExtractKind known = ExtractKind.of(kind).orElseThrow(Addresses::notFound);
        return SheetFile.XLSX.answer(known.word(), form(known, Language.of(exchange)));
    }

    private byte[] form(ExtractKind kind, Locale locale) {
        return XlsxForm.of(
                words.text(kind.messageKey(), locale),
                kind.columns().stream()
                        .map(column -> field(kind, column, locale))
                        .toList(),
                words.text("register.notes", locale),
                kind.columns().stream()
                        .map(column -> List.of(words.column(column, locale), hint(kind, column, locale)))
                        .toList());
    }

    private Field field(ExtractKind kind, Column column, Locale locale) {
        boolean isNumber = column.sort() == Column.Sort.IDENTITY || column.sort() == Column.Sort.NUMBERED;
        return new Field(
                words.column(column, locale),
                kind(column),
                isNumber ? CHARACTERS_OF_NUMBERS : CHARACTERS,
                hint(kind, column, locale),
                List.of(),
                column == Column.NAME
                        ? words.text("register.example.name", locale)
                        : EXAMPLES.getOrDefault(column.sort(), ""));
    }

    private static Kind kind(Column column) {
        return switch (column.sort()) {
            case AMOUNT -> Kind.AMOUNT;
            case DAY -> Kind.DAY;
            default -> Kind.TEXT;
        };
    }

    private String hint(ExtractKind kind, Column column, Locale locale) {
        String how = words.text("crosscheck.hint." + column.sort(), locale);
        return kind.needed().contains(column) ? words.text("crosscheck.needed", locale) + how : how;
    }
}

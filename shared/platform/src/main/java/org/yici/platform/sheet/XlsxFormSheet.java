package org.yici.platform.sheet;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.yici.platform.sheet.XlsxForm.Field;
import org.yici.platform.sheet.XlsxForm.Kind;

/** The sheet of a form that people fill in. */
final class XlsxFormSheet {

    /** As far down as formats and choices go. A column's own format goes to the end. */
    private static final int LAST_ROW = 5_000;

    private static final int STYLE_OF_HEADING = 1;
    /** The formats of the three kinds, in their order, and then those of the example. */
    private static final int STYLE_OF_FIRST_KIND = 2;

    private static final int STYLE_OF_FIRST_EXAMPLE = 5;

    private XlsxFormSheet() {}

    static String of(List<Field> fields) {
        StringBuilder xml = new StringBuilder(XlsxFormParts.SHEET_BEGINS);
        // The heading stays when one scrolls down.
        xml.append("<sheetViews><sheetView workbookViewId=\"0\"><pane ySplit=\"1\" topLeftCell=\"A2\"")
                .append(" activePane=\"bottomLeft\" state=\"frozen\"/></sheetView></sheetViews><cols>");
        for (int i = 0; i < fields.size(); i++) {
            Field field = fields.get(i);
            xml.append("<col min=\"%d\" max=\"%d\" width=\"%d\" style=\"%d\" customWidth=\"1\"/>"
                    .formatted(i + 1, i + 1, field.characters(), STYLE_OF_FIRST_KIND + kind(field)));
        }
        xml.append("</cols><sheetData><row r=\"1\">");
        for (int i = 0; i < fields.size(); i++) {
            xml.append(XlsxFormParts.text(
                    place(i, 1), STYLE_OF_HEADING, fields.get(i).heading()));
        }
        xml.append("</row><row r=\"2\">");
        for (int i = 0; i < fields.size(); i++) {
            xml.append(example(place(i, 2), fields.get(i)));
        }
        xml.append("</row></sheetData><dataValidations count=\"%d\">".formatted(fields.size()));
        for (int i = 0; i < fields.size(); i++) {
            xml.append(validation(i, fields.get(i)));
        }
        return xml.append("</dataValidations></worksheet>").toString();
    }

    /** The columns are few: one letter each. */
    private static String place(int column, int row) {
        return "" + (char) ('A' + column) + row;
    }

    private static int kind(Field field) {
        return field.kind().ordinal();
    }

    private static String example(String place, Field field) {
        int style = STYLE_OF_FIRST_EXAMPLE + kind(field);
        return switch (field.kind()) {
            case TEXT -> XlsxFormParts.text(place, style, field.example());
            case DAY -> XlsxFormParts.number(place, style, Long.toString(serial(LocalDate.parse(field.example()))));
            case AMOUNT -> XlsxFormParts.number(place, style, field.example());
        };
    }

    private static long serial(LocalDate day) {
        return ChronoUnit.DAYS.between(SheetDates.ofSerial(0), day);
    }

    /** What is typed against it is asked about, and stays when the writer insists: the import says what is wrong with it. */
    private static String validation(int column, Field field) {
        return "<dataValidation %s allowBlank=\"1\" showInputMessage=\"1\" prompt=\"%s\" sqref=\"%s:%s\">%s</dataValidation>"
                .formatted(
                        rule(field),
                        XlsxFormParts.escaped(field.hint()),
                        place(column, 2),
                        place(column, LAST_ROW),
                        formula(column, field));
    }

    private static String rule(Field field) {
        String warned = " errorStyle=\"warning\" showErrorMessage=\"1\" error=\"%s\""
                .formatted(XlsxFormParts.escaped(field.hint()));
        if (!field.choices().isEmpty()) {
            return "type=\"list\"";
        }
        return switch (field.kind()) {
            case TEXT -> "";
            case DAY -> "type=\"date\" operator=\"greaterThanOrEqual\"" + warned;
            case AMOUNT -> "type=\"decimal\" operator=\"greaterThan\"" + warned;
        };
    }

    private static String formula(int column, Field field) {
        if (!field.choices().isEmpty()) {
            return "<formula1>%s</formula1>".formatted(XlsxFormParts.choicesName(column));
        }
        return field.kind() == Kind.TEXT
                ? ""
                : "<formula1>%d</formula1>".formatted(field.kind() == Kind.DAY ? serial(LocalDate.of(2000, 1, 1)) : 0);
    }
}

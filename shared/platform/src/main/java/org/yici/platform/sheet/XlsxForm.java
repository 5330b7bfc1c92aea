package org.yici.platform.sheet;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * An .xlsx for people to fill in: a sheet with headings, formats, choices and an example, and a second one with notes. It is
 * written by hand, being a few small parts; the library that writes such files is larger than a whole service.
 */
public final class XlsxForm {

    /** Reproducible: the same form is the same file. */
    private static final LocalDateTime WRITTEN_AT = LocalDateTime.of(2018, 1, 1, 0, 0);

    private XlsxForm() {}

    /** How a column keeps what is typed. */
    public enum Kind {
        /** As it is typed: a number of a bank or a phone stays whole. */
        TEXT,
        DAY,
        /** Yuan with two decimals. */
        AMOUNT
    }

    /**
     * A column.
     *
     * @param characters how wide it is
     * @param hint what its cells say when somebody comes to fill them in; at most 255 characters
     * @param choices that its cells offer; anything else may be typed all the same. None: nothing is offered
     * @param example what stands below the heading, as {@code 2018-05-04} or {@code 1234.50} where it is a day or an amount
     */
    public record Field(String heading, Kind kind, int characters, String hint, List<String> choices, String example) {

        public Field {
            choices = List.copyOf(choices);
        }
    }

    /**
     * The file's bytes.
     *
     * @param name of the sheet to fill in: at most 31 characters, none of them {@code []:*?/\}, as is {@code notesName}
     * @param notes rows of texts
     */
    public static byte[] of(String name, List<Field> fields, String notesName, List<List<String>> notes) {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("[Content_Types].xml", XlsxFormParts.CONTENT_TYPES);
        parts.put("_rels/.rels", XlsxFormParts.RELATIONS);
        parts.put("xl/workbook.xml", XlsxFormParts.workbook(name, notesName, choices(fields)));
        parts.put("xl/_rels/workbook.xml.rels", XlsxFormParts.WORKBOOK_RELATIONS);
        parts.put("xl/styles.xml", XlsxFormParts.STYLES);
        parts.put("xl/worksheets/sheet1.xml", XlsxFormSheet.of(fields));
        parts.put("xl/worksheets/sheet2.xml", XlsxFormParts.texts(notes));
        parts.put("xl/worksheets/sheet3.xml", XlsxFormParts.texts(rowsOf(choices(fields))));
        return zipped(parts);
    }

    private static List<List<String>> choices(List<Field> fields) {
        return fields.stream().map(Field::choices).toList();
    }

    /** A column for each field, as long as its choices. */
    private static List<List<String>> rowsOf(List<List<String>> columns) {
        int longest = columns.stream().mapToInt(List::size).max().orElse(0);
        return IntStream.range(0, longest)
                .mapToObj(row -> columns.stream()
                        .map(column -> row < column.size() ? column.get(row) : "")
                        .collect(Collectors.toList()))
                .collect(Collectors.toList());
    }

    private static byte[] zipped(Map<String, String> parts) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
            for (Map.Entry<String, String> part : parts.entrySet()) {
                ZipEntry entry = new ZipEntry(part.getKey());
                entry.setTimeLocal(WRITTEN_AT);
                zip.putNextEntry(entry);
                zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }
}

package org.yici.platform.sheet;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Writes one sheet as .xlsx, row by row, whatever its length. Every cell is text in a column formatted as text: nothing in it
 * runs as a formula, and a number of eighteen digits keeps all of them when it is typed over.
 */
public final class XlsxWriter implements AutoCloseable {

    private static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
    private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final String OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006/";
    private static final String TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
    /** Format 49 is text, {@code @}. */
    private static final String STYLES = "<styleSheet xmlns=\"" + MAIN + "\"><fonts count=\"1\"><font/></fonts>"
            + "<fills count=\"1\"><fill/></fills><borders count=\"1\"><border/></borders>"
            + "<cellStyleXfs count=\"1\"><xf/></cellStyleXfs><cellXfs count=\"2\"><xf/>"
            + "<xf numFmtId=\"49\" applyNumberFormat=\"1\"/></cellXfs></styleSheet>";

    private final ZipOutputStream zip;
    private final Writer sheet;

    /** @param name of the sheet, without any of {@code []:*?/\} */
    public XlsxWriter(OutputStream out, String name) {
        zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        part(
                "[Content_Types].xml",
                "<Types xmlns=\"" + PACKAGE + "content-types\">"
                        + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                        + "<Override PartName=\"/xl/workbook.xml\" ContentType=\"" + TYPE + "sheet.main+xml\"/>"
                        + "<Override PartName=\"/xl/styles.xml\" ContentType=\"" + TYPE + "styles+xml\"/>"
                        + "<Override PartName=\"/xl/worksheets/sheet1.xml\" ContentType=\"" + TYPE
                        + "worksheet+xml\"/></Types>");
        part("_rels/.rels", relations("officeDocument", "xl/workbook.xml", ""));
        part(
                "xl/workbook.xml",
                "<workbook xmlns=\"" + MAIN + "\" xmlns:r=\"" + OFFICE + "\"><sheets><sheet name=\"" + escaped(name)
                        + "\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>");
        part(
                "xl/_rels/workbook.xml.rels",
                relations(
                        "worksheet",
                        "worksheets/sheet1.xml",
                        "<Relationship Id=\"r2\" Type=\"" + OFFICE + "/styles\" Target=\"styles.xml\"/>"));
        part("xl/styles.xml", STYLES);
        sheet = new OutputStreamWriter(zip, StandardCharsets.UTF_8);
        begin("xl/worksheets/sheet1.xml");
        write(HEAD + "<worksheet xmlns=\"" + MAIN + "\"><cols><col min=\"1\" max=\"64\" width=\"16\" style=\"1\""
                + " customWidth=\"1\"/></cols><sheetData>");
    }

    public void row(List<String> cells) {
        StringBuilder row = new StringBuilder("<row>");
        for (String cell : cells) {
            row.append("<c t=\"inlineStr\" s=\"1\"><is><t xml:space=\"preserve\">")
                    .append(escaped(cell))
                    .append("</t></is></c>");
        }
        write(row.append("</row>").toString());
    }

    @Override
    public void close() {
        write("</sheetData></worksheet>");
        try {
            sheet.close();
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private static String relations(String kind, String target, String more) {
        return "<Relationships xmlns=\"" + PACKAGE + "relationships\"><Relationship Id=\"r1\" Type=\"" + OFFICE + "/"
                + kind + "\" Target=\"" + target + "\"/>" + more + "</Relationships>";
    }

    private void part(String name, String xml) {
        begin(name);
        try {
            zip.write((HEAD + xml).getBytes(StandardCharsets.UTF_8));
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private void begin(String name) {
        try {
            zip.putNextEntry(new ZipEntry(name));
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private void write(String xml) {
        try {
            sheet.write(xml);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    /** XML knows no control characters and no half of a surrogate pair: they are left out. */
    private static String escaped(String text) {
        StringBuilder safe = new StringBuilder(text.length() + 16);
        text.codePoints().filter(XlsxWriter::isXml).forEach(point -> {
            switch (point) {
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '&' -> safe.append("&amp;");
                case '"' -> safe.append("&quot;");
                default -> safe.appendCodePoint(point);
            }
        });
        return safe.toString();
    }

    private static boolean isXml(int point) {
        return point == '\t'
                || point == '\n'
                || point == '\r'
                || point >= 0x20 && point < 0xd800
                || point >= 0xe000 && point < 0xfffe
                || point >= 0x10000;
    }
}

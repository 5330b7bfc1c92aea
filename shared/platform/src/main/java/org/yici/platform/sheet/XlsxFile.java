package org.yici.platform.sheet;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Writes a sheet as .xlsx. A cell is a text or a number; a text is written as a text and never as a formula, so whatever
 * stands in it, no spreadsheet runs it.
 */
public final class XlsxFile {

    public static final String MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private static final String XML = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
    private static final String OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006/";
    private static final String SHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final String TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.";

    private static final String TYPES = XML + "<Types xmlns=\"" + PACKAGE + "content-types\">"
            + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
            + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
            + "<Override PartName=\"/xl/workbook.xml\" ContentType=\"" + TYPE + "sheet.main+xml\"/>"
            + "<Override PartName=\"/xl/worksheets/sheet1.xml\" ContentType=\"" + TYPE + "worksheet+xml\"/></Types>";
    private static final String BOOK = XML + "<workbook xmlns=\"" + SHEET + "\" xmlns:r=\"" + OFFICE + "\">"
            + "<sheets><sheet name=\"Sheet1\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>";

    private XlsxFile() {}

    /** @param rows of {@link String}s and {@link BigDecimal}s; characters that XML cannot hold are left out */
    public static byte[] of(List<? extends List<?>> rows) {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(file)) {
            add(zip, "[Content_Types].xml", TYPES);
            add(zip, "_rels/.rels", relation("officeDocument", "xl/workbook.xml"));
            add(zip, "xl/workbook.xml", BOOK);
            add(zip, "xl/_rels/workbook.xml.rels", relation("worksheet", "worksheets/sheet1.xml"));
            add(zip, "xl/worksheets/sheet1.xml", sheet(rows));
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
        return file.toByteArray();
    }

    private static String relation(String kind, String target) {
        return XML + "<Relationships xmlns=\"" + PACKAGE + "relationships\"><Relationship Id=\"r1\" Type=\"" + OFFICE
                + "/" + kind + "\" Target=\"" + target + "\"/></Relationships>";
    }

    private static String sheet(List<? extends List<?>> rows) {
        StringBuilder xml = new StringBuilder(XML).append("<worksheet xmlns=\"" + SHEET + "\"><sheetData>");
        for (List<?> row : rows) {
            xml.append("<row>");
            row.forEach(cell -> append(xml, cell));
            xml.append("</row>");
        }
        return xml.append("</sheetData></worksheet>").toString();
    }

    private static void append(StringBuilder xml, Object cell) {
        if (cell instanceof BigDecimal number) {
            xml.append("<c><v>").append(number.toPlainString()).append("</v></c>");
        } else {
            xml.append("<c t=\"inlineStr\"><is><t xml:space=\"preserve\">");
            cell.toString().codePoints().filter(XlsxFile::isXml).forEach(c -> append(xml, c));
            xml.append("</t></is></c>");
        }
    }

    private static void append(StringBuilder xml, int c) {
        switch (c) {
            case '<' -> xml.append("&lt;");
            case '&' -> xml.append("&amp;");
            case '>' -> xml.append("&gt;");
            case '\r' -> xml.append("&#13;");
            default -> xml.appendCodePoint(c);
        }
    }

    private static boolean isXml(int c) {
        return c == '\t'
                || c == '\n'
                || c == '\r'
                || c >= 0x20 && c <= 0xd7ff
                || c >= 0xe000 && c != 0xfffe && c != 0xffff;
    }

    private static void add(ZipOutputStream zip, String name, String text) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(text.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }
}

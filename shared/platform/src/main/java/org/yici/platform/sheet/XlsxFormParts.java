package org.yici.platform.sheet;

import java.util.List;

/** The parts of a form's file besides the sheet that people fill in (ECMA-376). */
final class XlsxFormParts {

    private static final String XML = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
    private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    static final String SHEET_BEGINS = XML + "<worksheet xmlns=\"" + MAIN + "\">";

    static final String CONTENT_TYPES = XML + """
            <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
            <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
            <Default Extension="xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>
            <Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>
            <Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/>
            </Types>
            """;

    static final String RELATIONS = XML + """
            <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
            <Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/>
            </Relationships>
            """;

    static final String WORKBOOK_RELATIONS = XML + """
            <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
            <Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/>
            <Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet2.xml"/>
            <Relationship Id="rId3" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet3.xml"/>
            <Relationship Id="rId4" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/>
            </Relationships>
            """;

    /** Plain, heading, the three kinds, the three kinds of the example, and the notes. */
    static final String STYLES = XML + """
            <styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">
            <numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/></numFmts>
            <fonts count="3"><font><sz val="11"/><name val="Microsoft YaHei"/></font>
            <font><b/><sz val="11"/><name val="Microsoft YaHei"/></font>
            <font><i/><sz val="11"/><color rgb="FF6B6257"/><name val="Microsoft YaHei"/></font></fonts>
            <fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>
            <fill><patternFill patternType="solid"><fgColor rgb="FFF4EEE1"/></patternFill></fill></fills>
            <borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>
            <cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>
            <cellXfs count="9">
            <xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>
            <xf numFmtId="0" fontId="1" fillId="2" borderId="0" xfId="0" applyFont="1" applyFill="1"/>
            <xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>
            <xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>
            <xf numFmtId="4" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>
            <xf numFmtId="49" fontId="2" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1"/>
            <xf numFmtId="164" fontId="2" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1"/>
            <xf numFmtId="4" fontId="2" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1"/>
            <xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>
            </cellXfs>
            </styleSheet>
            """;

    private static final int STYLE_OF_NOTES = 8;

    private XlsxFormParts() {}

    /** Each field that offers choices has them under a name: no list in a cell's rule may be long, or hold a comma. */
    static String workbook(String name, String notesName, List<List<String>> choices) {
        StringBuilder names = new StringBuilder();
        for (int i = 0; i < choices.size(); i++) {
            char column = (char) ('A' + i);
            int last = choices.get(i).size();
            if (last > 0) {
                names.append("<definedName name=\"%s\">choices!$%s$1:$%s$%d</definedName>"
                        .formatted(choicesName(i), column, column, last));
            }
        }
        return XML
                + "<workbook xmlns=\"%s\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\">"
                        .formatted(MAIN)
                + "<sheets><sheet name=\"%s\" sheetId=\"1\" r:id=\"rId1\"/>".formatted(escaped(name))
                + "<sheet name=\"%s\" sheetId=\"2\" r:id=\"rId2\"/>".formatted(escaped(notesName))
                + "<sheet name=\"choices\" sheetId=\"3\" state=\"hidden\" r:id=\"rId3\"/></sheets>"
                + (names.isEmpty() ? "" : "<definedNames>" + names + "</definedNames>")
                + "</workbook>";
    }

    static String choicesName(int column) {
        return "choices_of_" + (column + 1);
    }

    /** A sheet of texts, from the first row on. */
    static String texts(List<List<String>> rows) {
        StringBuilder xml = new StringBuilder(SHEET_BEGINS)
                .append("<cols><col min=\"1\" max=\"1\" width=\"18\" customWidth=\"1\"/>")
                .append("<col min=\"2\" max=\"2\" width=\"72\" customWidth=\"1\"/></cols><sheetData>");
        for (int row = 0; row < rows.size(); row++) {
            xml.append("<row r=\"%d\">".formatted(row + 1));
            for (int column = 0; column < rows.get(row).size(); column++) {
                String place = "" + (char) ('A' + column) + (row + 1);
                xml.append(text(place, STYLE_OF_NOTES, rows.get(row).get(column)));
            }
            xml.append("</row>");
        }
        return xml.append("</sheetData></worksheet>").toString();
    }

    static String text(String place, int style, String text) {
        return text.isEmpty()
                ? "<c r=\"%s\" s=\"%d\"/>".formatted(place, style)
                : "<c r=\"%s\" s=\"%d\" t=\"inlineStr\"><is><t xml:space=\"preserve\">%s</t></is></c>"
                        .formatted(place, style, escaped(text));
    }

    static String number(String place, int style, String number) {
        return number.isEmpty()
                ? "<c r=\"%s\" s=\"%d\"/>".formatted(place, style)
                : "<c r=\"%s\" s=\"%d\"><v>%s</v></c>".formatted(place, style, number);
    }

    /** As XML writes it, without what XML cannot write. */
    static String escaped(String text) {
        StringBuilder xml = new StringBuilder();
        text.codePoints().filter(XlsxFormParts::isWritable).forEach(point -> {
            switch (point) {
                case '<' -> xml.append("&lt;");
                case '&' -> xml.append("&amp;");
                case '"' -> xml.append("&quot;");
                default -> xml.appendCodePoint(point);
            }
        });
        return xml.toString();
    }

    private static boolean isWritable(int point) {
        boolean control = point < ' ' && point != '\n' && point != '\t';
        boolean halfAPair = point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
        return !control && !halfAPair && point != 0xfffe && point != 0xffff;
    }
}

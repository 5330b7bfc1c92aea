package org.yici.platform.sheet;

import java.io.InputStream;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.poi.ss.usermodel.DateUtil;

/** Which of an .xlsx's cell styles show a number as a day: the file itself says nothing more about a date. */
final class DateStyles {

    /** A style is a few dozen bytes; whoever has more than this makes no sheet for people. */
    private static final int MOST = 65_536;

    private final BitSet dates = new BitSet();

    static DateStyles none() {
        return new DateStyles();
    }

    static DateStyles read(InputStream in) throws XMLStreamException {
        DateStyles styles = new DateStyles();
        Map<Integer, String> formats = new HashMap<>();
        XMLStreamReader xml = Xml.open(in);
        boolean inCells = false;
        int number = 0;
        while (xml.hasNext() && number < MOST && formats.size() < MOST) {
            xml.next();
            if (Xml.begins(xml, "numFmt")) {
                formats.put(
                        Xml.number(xml, "numFmtId", 0),
                        Objects.requireNonNullElse(Xml.attribute(xml, "formatCode"), ""));
            } else if (Xml.begins(xml, "cellXfs") || Xml.ends(xml, "cellXfs")) {
                inCells = xml.isStartElement();
            } else if (inCells && Xml.begins(xml, "xf")) {
                int format = Xml.number(xml, "numFmtId", 0);
                styles.dates.set(number++, isDate(format, formats.getOrDefault(format, "")));
            }
        }
        return styles;
    }

    /** The formats 27 to 36 and 50 to 58 are days in the Chinese program, without being written down anywhere. */
    static boolean isDate(int format, String code) {
        boolean chinese = format >= 27 && format <= 36 || format >= 50 && format <= 58;
        return chinese && code.isEmpty() || DateUtil.isADateFormat(format, code);
    }

    boolean isDate(int style) {
        return style >= 0 && dates.get(style);
    }
}

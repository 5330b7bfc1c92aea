package org.yici.platform.sheet;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** The parts of an .xlsx: which sheet is the first that is shown, and what its cells refer to. */
final class XlsxBook implements AutoCloseable {

    private static final String HOME = "xl/";
    private static final String RELATIONS = "xl/_rels/workbook.xml.rels";

    private final ZipFile zip;
    private final SheetLimits limits;
    private final String sheet;
    private final boolean from1904;
    private final SharedTexts texts;
    private final DateStyles styles;

    private XlsxBook(ZipFile zip, SheetLimits limits) throws IOException, XMLStreamException {
        this.zip = zip;
        this.limits = limits;
        Map<String, String> targets = targets();
        Workbook workbook = workbook();
        this.sheet = targets.getOrDefault(workbook.relation, "xl/worksheets/sheet1.xml");
        this.from1904 = workbook.from1904;
        InputStream shared = part("xl/sharedStrings.xml");
        this.texts = shared == null ? SharedTexts.none() : SharedTexts.read(shared, limits.textCharacters());
        InputStream styling = part("xl/styles.xml");
        this.styles = styling == null ? DateStyles.none() : DateStyles.read(styling);
    }

    private record Workbook(String relation, boolean from1904) {}

    static XlsxBook open(Path file, SheetLimits limits) throws IOException, XMLStreamException {
        ZipFile zip = zip(file);
        try {
            return new XlsxBook(zip, limits);
        } catch (IOException | XMLStreamException | RuntimeException unreadable) {
            zip.close();
            throw unreadable;
        }
    }

    private static ZipFile zip(Path file) throws IOException {
        try {
            return new ZipFile(file.toFile());
        } catch (ZipException damaged) {
            throw SheetFlaw.NOT_A_SHEET.refusal();
        }
    }

    /** The XML of the sheet, from its beginning. */
    XMLStreamReader sheet() throws IOException, XMLStreamException {
        return Xml.open(needed(sheet));
    }

    SharedTexts texts() {
        return texts;
    }

    DateStyles styles() {
        return styles;
    }

    boolean from1904() {
        return from1904;
    }

    private Workbook workbook() throws IOException, XMLStreamException {
        XMLStreamReader xml = Xml.open(needed("xl/workbook.xml"));
        String first = "";
        boolean from1904 = false;
        while (Xml.toElement(xml)) {
            if (Xml.begins(xml, "workbookPr")) {
                String flag = Xml.attribute(xml, "date1904");
                from1904 = "1".equals(flag) || "true".equals(flag);
            } else if (Xml.begins(xml, "sheet") && first.isEmpty() && isShown(xml)) {
                first = Objects.requireNonNullElse(Xml.attribute(xml, "id"), "");
            }
        }
        return new Workbook(first, from1904);
    }

    private static boolean isShown(XMLStreamReader xml) {
        String state = Xml.attribute(xml, "state");
        return state == null || state.equals("visible");
    }

    /** The parts that the workbook refers to, by their relation's id. */
    private Map<String, String> targets() throws IOException, XMLStreamException {
        Map<String, String> targets = new HashMap<>();
        XMLStreamReader xml = Xml.open(needed(RELATIONS));
        while (Xml.toElement(xml)) {
            String id = Xml.attribute(xml, "Id");
            String target = Xml.attribute(xml, "Target");
            if (id != null && target != null) {
                targets.put(id, target.startsWith("/") ? target.substring(1) : HOME + target);
            }
        }
        return targets;
    }

    private InputStream needed(String name) throws IOException {
        InputStream part = part(name);
        if (part == null) {
            throw SheetFlaw.NOT_A_SHEET.refusal();
        }
        return part;
    }

    private @Nullable InputStream part(String name) throws IOException {
        ZipEntry entry = zip.getEntry(name);
        return entry == null ? null : new Bounded(zip.getInputStream(entry), limits.inflatedBytes());
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}

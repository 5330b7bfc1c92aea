package org.yici.platform.sheet;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** The texts that cells of an .xlsx point to by number, each kept once. The one part that is held as a whole. */
final class SharedTexts {

    private final List<String> texts = new ArrayList<>();

    static SharedTexts none() {
        return new SharedTexts();
    }

    static SharedTexts read(InputStream in, int mostCharacters) throws XMLStreamException {
        SharedTexts shared = new SharedTexts();
        XMLStreamReader xml = Xml.open(in);
        long characters = 0;
        while (Xml.toElement(xml)) {
            if (Xml.begins(xml, "si")) {
                String text = text(xml);
                characters += text.length() + 8L;
                if (characters > mostCharacters) {
                    throw SheetFlaw.TOO_LARGE.refusal(SheetLimits.LARGE.fileBytes() >> 20);
                }
                shared.texts.add(text);
            }
        }
        return shared;
    }

    String get(int number) {
        return number >= 0 && number < texts.size() ? texts.get(number) : "";
    }

    /** The runs of one text together, without the pronunciations that East Asian sheets may carry. */
    static String text(XMLStreamReader xml) throws XMLStreamException {
        String whole = xml.getLocalName();
        StringBuilder text = new StringBuilder();
        while (xml.hasNext()) {
            xml.next();
            if (Xml.ends(xml, whole)) {
                break;
            }
            if (Xml.begins(xml, "rPh")) {
                Xml.skip(xml, "rPh");
            } else if (Xml.begins(xml, "t") && text.length() < SheetLimits.CELL_CHARACTERS) {
                text.append(Xml.text(xml, "t"));
            }
        }
        return text.toString();
    }
}

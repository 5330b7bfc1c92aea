package org.yici.platform.sheet;

import java.io.InputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** Pulls XML that strangers wrote: no document type, nothing from outside, names without their namespaces. */
final class Xml {

    private static final XMLInputFactory FACTORY = factory();

    private Xml() {}

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        return factory;
    }

    static synchronized XMLStreamReader open(InputStream in) throws XMLStreamException {
        return FACTORY.createXMLStreamReader(in);
    }

    /** Goes on to the next beginning of an element; false at the end of the document. */
    static boolean toElement(XMLStreamReader xml) throws XMLStreamException {
        while (xml.hasNext()) {
            if (xml.next() == XMLStreamConstants.START_ELEMENT) {
                return true;
            }
        }
        return false;
    }

    static boolean begins(XMLStreamReader xml, String name) {
        return xml.getEventType() == XMLStreamConstants.START_ELEMENT
                && xml.getLocalName().equals(name);
    }

    static boolean ends(XMLStreamReader xml, String name) {
        return xml.getEventType() == XMLStreamConstants.END_ELEMENT
                && xml.getLocalName().equals(name);
    }

    /** An attribute by its name, whatever its namespace; null where there is none. */
    static @Nullable String attribute(XMLStreamReader xml, String name) {
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            if (xml.getAttributeLocalName(i).equals(name)) {
                return xml.getAttributeValue(i);
            }
        }
        return null;
    }

    static int number(XMLStreamReader xml, String name, int otherwise) {
        String text = attribute(xml, name);
        try {
            return text == null ? otherwise : Integer.parseInt(text);
        } catch (NumberFormatException odd) {
            return otherwise;
        }
    }

    /** Goes on to the end of the element that has begun. */
    static void skip(XMLStreamReader xml, String name) throws XMLStreamException {
        while (!ends(xml, name) && xml.hasNext()) {
            xml.next();
        }
    }

    /** The characters up to the end of the element that has begun, its inner elements included; cut at the limit. */
    static String text(XMLStreamReader xml, String name) throws XMLStreamException {
        StringBuilder text = new StringBuilder();
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.END_ELEMENT && xml.getLocalName().equals(name)) {
                break;
            }
            boolean characters = event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.CDATA;
            if (characters && text.length() < SheetLimits.CELL_CHARACTERS) {
                text.append(xml.getText());
            }
        }
        return text.length() > SheetLimits.CELL_CHARACTERS
                ? text.substring(0, SheetLimits.CELL_CHARACTERS)
                : text.toString();
    }
}

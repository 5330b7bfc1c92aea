package org.yici.platform.xml;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** Reads XML from outside: no document type, no entities, nothing fetched. Banks' versions differ, so names are looked up without them. */
public final class Xml {

    /** No bank's message goes half as deep; one that does is made to exhaust whoever walks through it. */
    private static final String DEEPEST = "100";

    private Xml() {}

    /** Empty where it is no XML, or XML that wants to be more than data. It is held in memory: whoever asks limits its size. */
    public static Optional<Document> parse(byte[] content) {
        try {
            DocumentBuilder builder = factory().newDocumentBuilder();
            builder.setErrorHandler(new DefaultHandler());
            return Optional.of(builder.parse(new ByteArrayInputStream(content)));
        } catch (SAXException | IOException unreadable) {
            return Optional.empty();
        } catch (ParserConfigurationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static DocumentBuilderFactory factory() throws ParserConfigurationException {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, "");
        factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
        factory.setAttribute("jdk.xml.maxElementDepth", DEEPEST);
        factory.setExpandEntityReferences(false);
        factory.setNamespaceAware(true);
        return factory;
    }

    /** Every element of that name below, in the document's order. */
    public static List<Element> all(Element under, String name) {
        List<Element> found = new ArrayList<>();
        var nodes = under.getElementsByTagNameNS("*", name);
        for (int i = 0; i < nodes.getLength(); i++) {
            found.add((Element) nodes.item(i));
        }
        return found;
    }

    /** The child reached by these names, or null. */
    public static @Nullable Element child(Element from, String... path) {
        Element at = from;
        for (String name : path) {
            Element next = null;
            for (Node node = at.getFirstChild(); node != null && next == null; node = node.getNextSibling()) {
                next = node instanceof Element element && name.equals(element.getLocalName()) ? element : null;
            }
            if (next == null) {
                return null;
            }
            at = next;
        }
        return at;
    }

    /** The text of that child, or null where there is none. */
    public static @Nullable String text(Element from, String... path) {
        Element child = child(from, path);
        return child == null || child.getTextContent().isBlank()
                ? null
                : child.getTextContent().strip();
    }
}

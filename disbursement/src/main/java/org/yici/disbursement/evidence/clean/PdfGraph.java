package org.yici.disbursement.evidence.clean;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSStream;
import org.jspecify.annotations.Nullable;

/** Everything in a PDF that can be reached from one place, each once. */
final class PdfGraph {

    private static final int MOST_NODES = 400_000;

    /** Kinds of actions that run a program, or send what a reader types. */
    private static final Set<String> RUNS =
            Set.of("JavaScript", "Launch", "ImportData", "SubmitForm", "Rendition", "RichMediaExecute");

    /** What acts, is attached, or tells of the maker; none of it is needed to see a page. */
    private static final List<COSName> UNSEEN = names(
            "AA",
            "OpenAction",
            "Metadata",
            "PieceInfo",
            "LastModified",
            "AF",
            "EF",
            "EmbeddedFiles",
            "JS",
            "JavaScript");

    /** The same of a page: its place in the structure of a whole that is gone. */
    private static final List<COSName> UNSEEN_OF_PAGE =
            names("StructParents", "Thumb", "B", "Tabs", "PresSteps", "Trans", "Dur", "SeparationInfo");

    /** Notes on a page that show something without acting; links and attachments are not among them. */
    private static final Set<String> QUIET_NOTES = Set.of(
            "Widget", "Stamp", "FreeText", "Ink", "Highlight", "Underline", "StrikeOut", "Square", "Circle", "Line");

    private static final COSName APPEARANCE = COSName.getPDFName("AP");

    private final List<COSDictionary> dictionaries;

    private PdfGraph(List<COSDictionary> dictionaries) {
        this.dictionaries = dictionaries;
    }

    /** @throws IOException for a file of more pieces than any paper has */
    static PdfGraph from(COSBase root) throws IOException {
        Set<COSBase> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        Deque<COSBase> open = new ArrayDeque<>(List.of(root));
        List<COSDictionary> dictionaries = new ArrayList<>();
        while (!open.isEmpty()) {
            COSBase node = open.pop();
            if (!seen.add(node)) {
                continue;
            }
            if (seen.size() > MOST_NODES) {
                throw new IOException("too many pieces");
            }
            if (node instanceof COSDictionary dictionary) {
                dictionaries.add(dictionary);
            }
            children(node).forEach(open::push);
        }
        return new PdfGraph(dictionaries);
    }

    private static Stream<COSBase> children(COSBase node) {
        List<COSBase> found = new ArrayList<>();
        if (node instanceof COSObject pointer) {
            add(found, pointer.getObject());
        } else if (node instanceof COSDictionary dictionary) {
            dictionary.forEach((name, value) -> add(found, value));
        } else if (node instanceof COSArray array) {
            for (int i = 0; i < array.size(); i++) {
                add(found, array.get(i));
            }
        }
        return found.stream();
    }

    private static List<COSName> names(String... words) {
        return Stream.of(words).map(COSName::getPDFName).toList();
    }

    private static void add(List<COSBase> found, @Nullable COSBase value) {
        if (value instanceof COSObject || value instanceof COSDictionary || value instanceof COSArray) {
            found.add(value);
        }
    }

    boolean runsSomething() {
        return dictionaries.stream().anyMatch(PdfGraph::runs);
    }

    private static boolean runs(COSDictionary dictionary) {
        String kind = dictionary.getNameAsString(COSName.S);
        return kind != null && RUNS.contains(kind);
    }

    /** Takes out of every piece what is not seen. */
    void strip() throws IOException {
        Set<COSBase> freelyNamed = freelyNamed();
        for (COSDictionary dictionary : dictionaries) {
            if (!freelyNamed.contains(dictionary)) {
                UNSEEN.forEach(dictionary::removeItem);
            }
            if (COSName.PAGE.equals(dictionary.getCOSName(COSName.TYPE))) {
                UNSEEN_OF_PAGE.forEach(dictionary::removeItem);
            }
            if (dictionary.getDictionaryObject(COSName.ANNOTS) instanceof COSArray notes) {
                dictionary.setItem(COSName.ANNOTS, quiet(notes));
            }
            if (dictionary instanceof COSStream stream && isPhoto(stream)) {
                stripPhoto(stream);
            }
        }
    }

    /** Fonts and pictures of a page go by names that its maker chose: those say nothing. */
    private Set<COSBase> freelyNamed() {
        Set<COSBase> found = Collections.newSetFromMap(new IdentityHashMap<>());
        for (COSDictionary dictionary : dictionaries) {
            COSDictionary resources = dictionary.getCOSDictionary(COSName.RESOURCES);
            if (resources != null) {
                resources.keySet().forEach(kind -> found.add(resources.getDictionaryObject(kind)));
            }
        }
        return found;
    }

    private static COSArray quiet(COSArray notes) {
        COSArray quiet = new COSArray();
        for (int i = 0; i < notes.size(); i++) {
            if (notes.getObject(i) instanceof COSDictionary note && isQuiet(note)) {
                quiet.add(bare(note));
            }
        }
        return quiet;
    }

    private static boolean isQuiet(COSDictionary note) {
        String kind = note.getNameAsString(COSName.SUBTYPE);
        return kind != null
                && QUIET_NOTES.contains(kind)
                && note.containsKey(APPEARANCE)
                && !note.containsKey(COSName.A);
    }

    /** Where it is and how it looks; who wrote it when, and the form that it belongs to, are left. */
    private static COSDictionary bare(COSDictionary note) {
        COSDictionary bare = new COSDictionary();
        for (COSName name : List.of(COSName.TYPE, COSName.SUBTYPE, COSName.RECT, COSName.F, COSName.AS, APPEARANCE)) {
            COSBase value = note.getItem(name);
            if (value != null) {
                bare.setItem(name, value);
            }
        }
        return bare;
    }

    private static boolean isPhoto(COSStream stream) {
        COSBase filters = stream.getFilters();
        return COSName.DCT_DECODE.equals(filters)
                || filters instanceof COSArray array
                        && array.size() == 1
                        && COSName.DCT_DECODE.equals(array.getObject(0));
    }

    private static void stripPhoto(COSStream stream) throws IOException {
        byte[] photo;
        try (InputStream in = stream.createRawInputStream()) {
            photo = in.readAllBytes();
        }
        if (Sort.of(photo).filter(Sort.JPEG::equals).isPresent()) {
            try (OutputStream out = stream.createRawOutputStream()) {
                out.write(JpegSegments.withoutWords(photo));
            }
        }
    }
}

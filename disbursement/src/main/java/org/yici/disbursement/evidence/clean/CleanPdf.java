package org.yici.disbursement.evidence.clean;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSDocument;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.yici.disbursement.evidence.EvidenceReason;
import org.yici.platform.outcome.Outcome;

/**
 * A PDF written anew from its pages alone: title, author, history, attached files, forms, links and everything that could act
 * are left behind. One that would run something is refused whole: nobody sends a bill with a program in it by mistake.
 */
final class CleanPdf {

    static final int MOST_PAGES = 100;

    private CleanPdf() {}

    static Outcome<byte[]> of(byte[] sent) {
        if (PdfUnpacking.isLocked(sent)) {
            return Outcome.refused(EvidenceReason.LOCKED);
        }
        if (PdfUnpacking.isBomb(sent)) {
            return Outcome.refused(EvidenceReason.BOMB);
        }
        try (PDDocument document = Loader.loadPDF(sent)) {
            return document.isEncrypted() ? Outcome.refused(EvidenceReason.LOCKED) : ofPages(document);
        } catch (InvalidPasswordException locked) {
            return Outcome.refused(EvidenceReason.LOCKED);
        } catch (IOException | RuntimeException | StackOverflowError unreadable) {
            // Decoders of foreign bytes raise what they like; none of their words reach a log.
            return Outcome.refused(EvidenceReason.DAMAGED);
        }
    }

    private static Outcome<byte[]> ofPages(PDDocument document) throws IOException {
        PdfGraph all = PdfGraph.from(document.getDocument().getTrailer());
        if (all.runsSomething()) {
            return Outcome.refused(EvidenceReason.RUNS_SOMETHING);
        }
        int pages = document.getNumberOfPages();
        if (pages == 0) {
            return Outcome.refused(EvidenceReason.DAMAGED);
        }
        if (pages > MOST_PAGES) {
            return Outcome.refused(EvidenceReason.TOO_MANY_PAGES, MOST_PAGES);
        }
        keepOnly(document.getDocument().getTrailer(), COSName.ROOT, COSName.SIZE);
        keepOnly(document.getDocumentCatalog().getCOSObject(), COSName.TYPE, COSName.PAGES);
        PdfGraph.from(document.getDocumentCatalog().getCOSObject()).strip();
        return Outcome.done(bytes(document));
    }

    private static void keepOnly(COSDictionary dictionary, COSName... kept) {
        for (COSName name : dictionary.keySet().toArray(COSName[]::new)) {
            if (!List.of(kept).contains(name)) {
                dictionary.removeItem(name);
            }
        }
    }

    private static byte[] bytes(PDDocument document) throws IOException {
        COSDocument inner = document.getDocument();
        inner.setIsXRefStream(false);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        document.save(out, CompressParameters.NO_COMPRESSION);
        return out.toByteArray();
    }
}

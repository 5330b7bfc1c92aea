package org.yici.platform.sheet;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import org.apache.poi.EncryptedDocumentException;
import org.apache.poi.hssf.eventusermodel.HSSFEventFactory;
import org.apache.poi.hssf.eventusermodel.HSSFRequest;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.yici.platform.outcome.InvalidInput;

/** The rows of an .xls, which holds 65,536 at most: read at once, handed out one by one. */
final class XlsRows implements SheetRows {

    private static final String PROTECTED_XLSX = "EncryptedPackage";

    private final Iterator<SheetRow> rows;
    private final int last;

    private XlsRows(List<SheetRow> rows) {
        this.rows = rows.iterator();
        this.last = rows.isEmpty() ? 0 : rows.get(rows.size() - 1).number();
    }

    static XlsRows open(Path file) throws IOException {
        XlsListener listener = new XlsListener();
        try (POIFSFileSystem container = container(file)) {
            if (container.getRoot().hasEntryCaseInsensitive(PROTECTED_XLSX)) {
                throw SheetFlaw.PROTECTED.refusal();
            }
            read(container, listener);
        }
        return new XlsRows(listener.rows());
    }

    private static POIFSFileSystem container(Path file) throws IOException {
        try {
            return new POIFSFileSystem(file.toFile(), true);
        } catch (RuntimeException | IOException damaged) {
            throw SheetFlaw.NOT_A_SHEET.refusal();
        }
    }

    /** A file that is no .xls, or a broken one, fails in many ways; all of them are the file's. */
    private static void read(POIFSFileSystem container, XlsListener listener) throws IOException {
        HSSFRequest request = new HSSFRequest();
        request.addListenerForAllRecords(listener);
        try (InputStream workbook = container.createDocumentInputStream(workbookName(container))) {
            new HSSFEventFactory().processEvents(request, workbook);
        } catch (EncryptedDocumentException locked) {
            throw SheetFlaw.PROTECTED.refusal();
        } catch (InvalidInput refused) {
            throw refused;
        } catch (RuntimeException damaged) {
            throw SheetFlaw.NOT_A_SHEET.refusal();
        }
    }

    private static String workbookName(POIFSFileSystem container) {
        return container.getRoot().hasEntryCaseInsensitive("Workbook") ? "Workbook" : "Book";
    }

    @Override
    public boolean hasNext() {
        return rows.hasNext();
    }

    @Override
    public SheetRow next() {
        return rows.next();
    }

    @Override
    public int last() {
        return last;
    }

    @Override
    public void close() {
        // The file was closed when it was read.
    }
}

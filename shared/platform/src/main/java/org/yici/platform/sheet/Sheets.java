package org.yici.platform.sheet;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.yici.platform.outcome.InvalidInput;

/** Opens a file as a sheet. Blocks while it reads: for the scheduler that sheets are read on. */
public final class Sheets {

    private Sheets() {}

    /**
     * The rows of the first sheet in the file that is not hidden, to be closed after use.
     *
     * @throws InvalidInput where the file is no sheet or beyond the limits; while rows are read, too
     */
    public static SheetRows open(Path file, SheetLimits limits) {
        try {
            long bytes = Files.size(file);
            if (bytes == 0) {
                throw SheetFlaw.EMPTY.refusal();
            }
            if (bytes > limits.fileBytes()) {
                throw SheetFlaw.TOO_LARGE.refusal(limits.fileBytes() >> 20);
            }
            return new CountedRows(
                    switch (SheetFormat.of(head(file))) {
                        case XLSX -> XlsxRows.open(file, limits);
                        case XLS -> XlsRows.open(file);
                        case TEXT -> TextRows.open(file);
                    },
                    limits.rows());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static byte[] head(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(SheetFormat.BYTES);
        }
    }
}

package org.yici.platform.sheet;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.apache.poi.ss.usermodel.Workbook;

/** Files as programs write them. */
final class SheetFiles {

    private SheetFiles() {}

    static Path of(Workbook book, Consumer<Workbook> filling) {
        try (book) {
            filling.accept(book);
            Path file = Files.createTempFile("sheet", ".bin");
            file.toFile().deleteOnExit();
            try (OutputStream out = Files.newOutputStream(file)) {
                book.write(out);
            }
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Path of(byte[] content) {
        try {
            Path file = Files.createTempFile("sheet", ".bin");
            file.toFile().deleteOnExit();
            return Files.write(file, content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<SheetRow> rows(Path file) {
        return rows(file, SheetLimits.LARGE);
    }

    static List<SheetRow> rows(Path file, SheetLimits limits) {
        List<SheetRow> all = new ArrayList<>();
        try (SheetRows rows = Sheets.open(file, limits)) {
            rows.forEachRemaining(all::add);
        }
        return all;
    }

    static List<List<String>> texts(Path file) {
        return rows(file).stream()
                .map(row -> row.cells().stream().map(SheetCell::text).toList())
                .toList();
    }
}

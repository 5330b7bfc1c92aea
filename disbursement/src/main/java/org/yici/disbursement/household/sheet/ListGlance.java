package org.yici.disbursement.household.sheet;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.yici.disbursement.household.sheet.walk.SheetWalk;
import org.yici.platform.outcome.InvalidInput;
import org.yici.platform.sheet.SheetLimits;
import org.yici.platform.sheet.SheetRows;
import org.yici.platform.sheet.Sheets;

/**
 * What is known of a list before its people are read.
 *
 * @param lastRow about
 */
record ListGlance(int lastRow, long bytes) {

    /** So many rows are read within a second or so. */
    private static final int FEW_ROWS = 2_000;

    private static final long FEW_BYTES = 256 << 10;

    /**
     * Blocks while it reads.
     *
     * @throws InvalidInput where the file is no sheet, has no heading of a list, or says at once that it is too long
     */
    static ListGlance at(Path file, LocalDate today) {
        try (SheetRows rows = Sheets.open(file, SheetLimits.LARGE)) {
            SheetWalk walk = new SheetWalk(today, SheetWalk.Defaults.NONE);
            while (!walk.hasHeading() && rows.hasNext()) {
                walk.row(rows.next()).forEach(above -> {});
            }
            if (!rows.hasNext()) {
                walk.end().forEach(last -> {});
            }
            if (rows.last() > SheetLimits.LARGE.rows()) {
                throw InvalidInput.of("file", "input.sheet.too-many-rows", SheetLimits.LARGE.rows());
            }
            return new ListGlance(Math.max(0, rows.last()), Files.size(file));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    boolean isLarge() {
        return lastRow > FEW_ROWS || bytes > FEW_BYTES;
    }
}

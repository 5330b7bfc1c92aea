package org.yici.disbursement.crosscheck.extract;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;
import org.yici.platform.outcome.InvalidInput;
import org.yici.platform.sheet.SheetLimits;
import org.yici.platform.sheet.SheetRows;
import org.yici.platform.sheet.Sheets;

/**
 * What is known of a file before its rows are read.
 *
 * @param hash SHA-256 in hexadecimal figures
 * @param lastRow about
 */
record Glance(String hash, int lastRow) {

    /**
     * Blocks while it reads.
     *
     * @throws InvalidInput where the file is no sheet, or has not this kind's heading
     */
    static Glance at(Path file, ExtractKind kind, LocalDate asOf) {
        try (SheetRows rows = Sheets.open(file, SheetLimits.LARGE)) {
            ExtractWalk walk = new ExtractWalk(kind, asOf);
            while (!walk.hasHeading() && rows.hasNext()) {
                walk.row(rows.next()).forEach(above -> {});
            }
            if (!walk.hasHeading()) {
                throw InvalidInput.of("file", "input.crosscheck.no-heading");
            }
            return new Glance(hash(file), Math.max(0, rows.last()));
        }
    }

    private static String hash(Path file) {
        try (DigestInputStream in =
                new DigestInputStream(Files.newInputStream(file), MessageDigest.getInstance("SHA-256"))) {
            in.transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(in.getMessageDigest().digest());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}

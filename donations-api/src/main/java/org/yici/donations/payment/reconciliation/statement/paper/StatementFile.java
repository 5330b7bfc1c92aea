package org.yici.donations.payment.reconciliation.statement.paper;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.regex.Pattern;
import org.yici.platform.outcome.InvalidInput;

/** A bank's statement in whatever form the bank gives it: told by what is in the file. Blocks while it reads. */
public final class StatementFile {

    /** More lines than this no person looks through. */
    public static final int MOST_LINES = 10_000;

    private static final long MOST_XML_BYTES = 8 << 20;
    private static final int HEAD_BYTES = 512;
    private static final Pattern XML =
            Pattern.compile("<\\?xml.*|<([A-Za-z0-9_.-]+:)?Document[\\s>].*", Pattern.DOTALL);

    private StatementFile() {}

    /**
     * What it says.
     *
     * @param today no line is of a later day
     * @throws InvalidInput where it is no statement of an account in yuan, or lines of it cannot be, each with its row
     */
    public static BankStatement read(Path file, LocalDate today) {
        try {
            return isXml(file) ? Camt053.read(whole(file), today) : StatementSheet.read(file, today);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static boolean isXml(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            String head = new String(in.readNBytes(HEAD_BYTES), StandardCharsets.UTF_8);
            return XML.matcher(head.replace("\ufeff", "").strip()).matches();
        }
    }

    private static byte[] whole(Path file) throws IOException {
        if (Files.size(file) > MOST_XML_BYTES) {
            throw InvalidInput.of("file", "input.statement.too-large", Long.toString(MOST_XML_BYTES >> 20));
        }
        return Files.readAllBytes(file);
    }
}

package org.yici.disbursement.evidence.clean;

import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Tells a PDF whose packed parts unpack to more than anybody needs, before a reader is let at it that would unpack them into
 * memory. Every part is unpacked here into nothing, and only counted.
 */
final class PdfUnpacking {

    /** All parts together: a hundred pages of scanned text unpack to less. */
    static final long MOST_BYTES = 256L << 20;

    private static final byte[] PART = "stream".getBytes(StandardCharsets.US_ASCII);

    /** Old ways of packing that multiply as well, and whose use in papers of today is nothing but suspect; also part by part. */
    private static final Pattern OLD_PACKING =
            Pattern.compile("/LZWDecode|/RunLengthDecode|/LZW[\\s/>\\]]|/Filter[^>]{0,80}?/RL[\\s/>\\]]");

    /** Packed twice, packed parts within packed parts: only to deceive. */
    private static final Pattern PACKED_TWICE = Pattern.compile(
            "/Filter\\s*\\[[^\\]]{0,80}/(?:FlateDecode|Fl)[^\\]]{0,80}/(?:FlateDecode|Fl)[\\s/\\]]|/Filter\\s*\\[?[^\\]/>]{0,40}\\d\\s+\\d+\\s+R");

    private static final Pattern ESCAPED = Pattern.compile("#([0-9A-Fa-f]{2})");

    private final byte[] file;
    private final byte[] nowhere = new byte[1 << 16];
    private long unpacked;

    private PdfUnpacking(byte[] file) {
        this.file = file;
    }

    static boolean isBomb(byte[] file) {
        String names = names(file);
        return OLD_PACKING.matcher(names).find()
                || PACKED_TWICE.matcher(names).find()
                || new PdfUnpacking(file).unpacksToTooMuch();
    }

    /** Said in the clear in every file that is. What is locked with an empty password would be unlocked unseen. */
    static boolean isLocked(byte[] file) {
        return names(file).contains("/Encrypt");
    }

    /** The file as text, names that hide behind figures written out. */
    private static String names(byte[] file) {
        return ESCAPED.matcher(new String(file, StandardCharsets.ISO_8859_1))
                .replaceAll(
                        found -> Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(found.group(1), 16))));
    }

    private boolean unpacksToTooMuch() {
        for (int at = 0; at + PART.length < file.length && unpacked <= MOST_BYTES; at++) {
            if (isPart(at)) {
                count(afterLineEnd(at + PART.length));
            }
        }
        return unpacked > MOST_BYTES;
    }

    private boolean isPart(int at) {
        for (int i = 0; i < PART.length; i++) {
            if (file[at + i] != PART[i]) {
                return false;
            }
        }
        return at < 3 || file[at - 1] != 'd' || file[at - 2] != 'n' || file[at - 3] != 'e';
    }

    private int afterLineEnd(int at) {
        int next = at;
        while (next < file.length && (file[next] == '\r' || file[next] == '\n' || file[next] == ' ')) {
            next++;
        }
        return next;
    }

    /** A part that is not packed in this way ends at its first byte. */
    private void count(int from) {
        Inflater inflater = new Inflater();
        try {
            inflater.setInput(file, from, file.length - from);
            while (unpacked <= MOST_BYTES) {
                int bytes = inflater.inflate(nowhere);
                if (bytes == 0) {
                    return;
                }
                unpacked += bytes;
            }
        } catch (DataFormatException notPacked) {
            // What was unpacked until there counts.
        } finally {
            inflater.end();
        }
    }
}

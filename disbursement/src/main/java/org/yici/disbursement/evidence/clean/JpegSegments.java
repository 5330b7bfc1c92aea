package org.yici.disbursement.evidence.clean;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/** The parts before a JPEG's picture: what it says about itself. */
final class JpegSegments {

    private static final int START_OF_SCAN = 0xDA;
    private static final int EXIF = 0xE1;
    /** JFIF, colour profile, Adobe's colours: without them the picture looks other. All other parts of applications say who and where. */
    private static final Set<Integer> NEEDED = Set.of(0xE0, 0xE2, 0xEE);

    private static final int COMMENT = 0xFE;
    private static final byte[] EXIF_WORD = "Exif\0\0".getBytes(StandardCharsets.US_ASCII);

    private JpegSegments() {}

    /** The part that cameras write, from its word on. */
    static Optional<byte[]> exif(byte[] jpeg) {
        for (int at = 2; isPart(jpeg, at); at += 2 + length(jpeg, at)) {
            byte[] part = Arrays.copyOfRange(jpeg, at + 4, Math.min(jpeg.length, at + 2 + length(jpeg, at)));
            if (marker(jpeg, at) == EXIF
                    && part.length > EXIF_WORD.length
                    && Arrays.equals(EXIF_WORD, Arrays.copyOf(part, EXIF_WORD.length))) {
                return Optional.of(part);
            }
        }
        return Optional.empty();
    }

    /** The same picture, to the byte, without what it says about its making. */
    static byte[] withoutWords(byte[] jpeg) {
        ByteArrayOutputStream plain = new ByteArrayOutputStream(jpeg.length);
        plain.write(jpeg, 0, 2);
        int at = 2;
        while (isPart(jpeg, at)) {
            int bytes = Math.min(2 + length(jpeg, at), jpeg.length - at);
            if (isPicture(marker(jpeg, at))) {
                plain.write(jpeg, at, bytes);
            }
            at += bytes;
        }
        plain.write(jpeg, at, jpeg.length - at);
        return plain.toByteArray();
    }

    private static boolean isPicture(int marker) {
        boolean ofApplication = marker >= 0xE0 && marker <= 0xEF;
        return marker != COMMENT && (!ofApplication || NEEDED.contains(marker));
    }

    private static boolean isPart(byte[] jpeg, int at) {
        return at + 4 <= jpeg.length
                && (jpeg[at] & 0xFF) == 0xFF
                && marker(jpeg, at) >= 0xC0
                && marker(jpeg, at) != START_OF_SCAN
                && length(jpeg, at) >= 2;
    }

    private static int marker(byte[] jpeg, int at) {
        return jpeg[at + 1] & 0xFF;
    }

    private static int length(byte[] jpeg, int at) {
        return (jpeg[at + 2] & 0xFF) << 8 | jpeg[at + 3] & 0xFF;
    }
}

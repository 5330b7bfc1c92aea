package org.yici.platform.sheet;

import java.io.IOException;
import java.io.Reader;

/** Which sign parts the cells of a text sheet: the comma, the tab or the semicolon that its first lines have most of. */
final class TextSeparator {

    private static final String KNOWN = ",\t;";
    private static final int LOOKED_AT = 16_384;

    private TextSeparator() {}

    /** Reads on from where {@code text} is, and stops. */
    static char of(Reader text) throws IOException {
        int[] counts = new int[KNOWN.length()];
        boolean quoted = false;
        for (int i = 0; i < LOOKED_AT; i++) {
            int c = text.read();
            if (c < 0) {
                break;
            }
            quoted ^= c == '"';
            int known = KNOWN.indexOf(c);
            if (!quoted && known >= 0) {
                counts[known]++;
            }
        }
        return KNOWN.charAt(most(counts));
    }

    private static int most(int[] counts) {
        int most = 0;
        for (int i = 1; i < counts.length; i++) {
            most = counts[i] > counts[most] ? i : most;
        }
        return most;
    }
}
